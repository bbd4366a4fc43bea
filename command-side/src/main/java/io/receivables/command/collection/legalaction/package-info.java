/** Actions in court. */
@NullMarked
package io.receivables.command.collection.legalaction;

import org.jspecify.annotations.NullMarked;

/** Assigning receivables to a factor. */
@NullMarked
package io.receivables.command.factoring.assign;

import org.jspecify.annotations.NullMarked;

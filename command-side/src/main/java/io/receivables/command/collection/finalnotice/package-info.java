/** Formal demands for payment. */
@NullMarked
package io.receivables.command.collection.finalnotice;

import org.jspecify.annotations.NullMarked;

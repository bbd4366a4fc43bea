/** Payments and credit notes alike, by the refund or write-off that belongs to them. */
@NullMarked
package io.receivables.command.creditdocument;

import org.jspecify.annotations.NullMarked;

package io.receivables.standalone.bookimport;

import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a row describes.
 *
 * @param line of the row in the file, from 1
 * @param account its own id for the account, where the file has one
 * @param number null where a payment has none
 * @param dueDate null leaves it to the terms of the account
 * @param total what the document is about in this book, above zero
 * @param originalTotal what it was about when it was new, above zero; null where the file does not say
 */
record Item(long line, DocumentKind kind, @Nullable String account, String customer, @Nullable String name,
        @Nullable String number, LocalDate issueDate, @Nullable LocalDate dueDate, Money total,
        @Nullable Money originalTotal, @Nullable String reference, @Nullable Terms terms) {}

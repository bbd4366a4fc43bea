/**
 * What is open of each account now: the rows that decisions about a whole account read, such as its credit limit or which of
 * its invoices a payment settles. They follow the events in the transaction that appends them.
 */
@NullMarked
package io.receivables.command.openitem;

import org.jspecify.annotations.NullMarked;

/** Reads invoices and open items from the CSV files of other systems and sends them as a batch of commands. */
@NullMarked
package io.receivables.standalone.bookimport;

import org.jspecify.annotations.NullMarked;

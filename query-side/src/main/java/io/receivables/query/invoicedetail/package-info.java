/** One invoice at any date, and lists of invoices. */
@NullMarked
package io.receivables.query.invoicedetail;

import org.jspecify.annotations.NullMarked;

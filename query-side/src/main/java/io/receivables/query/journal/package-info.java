/** The journals: what each fact is booked as, and the file for the general ledger. */
@NullMarked
package io.receivables.query.journal;

import org.jspecify.annotations.NullMarked;

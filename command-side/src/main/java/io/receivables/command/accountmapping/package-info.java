/** Account mappings: dated versions of which accounts of the general ledger facts are booked on. No decision rests on them. */
@NullMarked
package io.receivables.command.accountmapping;

import org.jspecify.annotations.NullMarked;

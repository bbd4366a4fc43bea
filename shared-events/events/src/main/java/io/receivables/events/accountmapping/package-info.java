/** Account mappings: which accounts of the general ledger the facts of a legal entity are booked on. */
@NullMarked
package io.receivables.events.accountmapping;

import org.jspecify.annotations.NullMarked;

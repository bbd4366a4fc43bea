/** The second view of allocations: from when on they could have counted, had everything been decided at once. */
@NullMarked
package io.receivables.query.ledger.hindsight;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.receivables.query.ledger.hindsight;

import org.jspecify.annotations.NullMarked;

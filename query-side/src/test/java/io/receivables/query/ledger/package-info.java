@NullMarked
package io.receivables.query.ledger;

import org.jspecify.annotations.NullMarked;

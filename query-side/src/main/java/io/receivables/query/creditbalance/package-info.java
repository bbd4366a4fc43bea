/** Accounts in the customer's favour. */
@NullMarked
package io.receivables.query.creditbalance;

import org.jspecify.annotations.NullMarked;

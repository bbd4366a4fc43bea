/** Accounts that share a credit limit. */
@NullMarked
package io.receivables.events.creditgroup;

import org.jspecify.annotations.NullMarked;

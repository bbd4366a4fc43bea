/** Setting a credit limit, and the second person's word on it. */
@NullMarked
package io.receivables.command.account.creditlimit;

import org.jspecify.annotations.NullMarked;

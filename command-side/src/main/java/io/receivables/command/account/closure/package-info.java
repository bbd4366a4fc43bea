/** Closing an account on which nothing is open, and opening it again. */
@NullMarked
package io.receivables.command.account.closure;

import org.jspecify.annotations.NullMarked;

/** Changing the payment terms of an account. */
@NullMarked
package io.receivables.command.account.terms;

import org.jspecify.annotations.NullMarked;

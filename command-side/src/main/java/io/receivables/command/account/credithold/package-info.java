/** Stopping new invoices for an account by hand, and letting them pass again. */
@NullMarked
package io.receivables.command.account.credithold;

import org.jspecify.annotations.NullMarked;

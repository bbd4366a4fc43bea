/** By whose rules the lateness of an account is charged. */
@NullMarked
package io.receivables.command.account.debtorclass;

import org.jspecify.annotations.NullMarked;

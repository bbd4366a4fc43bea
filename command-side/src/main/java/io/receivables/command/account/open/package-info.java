/** Opening a customer account. */
@NullMarked
package io.receivables.command.account.open;

import org.jspecify.annotations.NullMarked;

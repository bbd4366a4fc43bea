/** Which credit group an account is in. */
@NullMarked
package io.receivables.command.account.creditgroup;

import org.jspecify.annotations.NullMarked;

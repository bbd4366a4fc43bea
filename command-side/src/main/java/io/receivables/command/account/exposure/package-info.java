/** What other systems know of an account's exposure. */
@NullMarked
package io.receivables.command.account.exposure;

import org.jspecify.annotations.NullMarked;

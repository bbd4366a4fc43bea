/** Permission to exceed a credit limit or to invoice in spite of a hold. */
@NullMarked
package io.receivables.command.account.creditoverride;

import org.jspecify.annotations.NullMarked;

/** Customer accounts: opened, with terms. */
@NullMarked
package io.receivables.command.account;

import org.jspecify.annotations.NullMarked;

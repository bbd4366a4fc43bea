/** How a customer is reached: kept in the party record, and erased from it. */
@NullMarked
package io.receivables.command.account.contact;

import org.jspecify.annotations.NullMarked;

/** Customer accounts: customer x legal entity x currency, the unit of balance. */
@NullMarked
package io.receivables.events.account;

import org.jspecify.annotations.NullMarked;

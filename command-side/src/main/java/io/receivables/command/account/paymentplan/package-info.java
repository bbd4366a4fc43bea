/** Payment plans: proposed, accepted, put under notice, cancelled. */
@NullMarked
package io.receivables.command.account.paymentplan;

import org.jspecify.annotations.NullMarked;

/** What a credit policy would have decided: recorded decisions judged again, and nothing stored. */
@NullMarked
package io.receivables.command.policy.simulate;

import org.jspecify.annotations.NullMarked;

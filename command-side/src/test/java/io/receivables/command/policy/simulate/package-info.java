/** Simulating a credit policy, under test. */
@NullMarked
package io.receivables.command.policy.simulate;

import org.jspecify.annotations.NullMarked;

/** Setting a version of the credit policy. */
@NullMarked
package io.receivables.command.policy.set;

import org.jspecify.annotations.NullMarked;

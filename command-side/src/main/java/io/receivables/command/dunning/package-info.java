/** Reminders: who is reminded of what, at which level, and who is not and why. */
@NullMarked
package io.receivables.command.dunning;

import org.jspecify.annotations.NullMarked;

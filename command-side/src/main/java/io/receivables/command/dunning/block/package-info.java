/** Stopping reminders of an invoice or of a whole account, and letting them go on. */
@NullMarked
package io.receivables.command.dunning.block;

import org.jspecify.annotations.NullMarked;

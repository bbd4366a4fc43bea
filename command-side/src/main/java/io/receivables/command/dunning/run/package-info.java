/** A run of reminders over the accounts of a legal entity. */
@NullMarked
package io.receivables.command.dunning.run;

import org.jspecify.annotations.NullMarked;

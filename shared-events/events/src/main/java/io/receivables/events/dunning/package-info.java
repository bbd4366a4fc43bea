/** Reminders: runs over the accounts of a legal entity, and the letters that they wrote. */
@NullMarked
package io.receivables.events.dunning;

import org.jspecify.annotations.NullMarked;

/** Letting a case rest. */
@NullMarked
package io.receivables.command.collectioncase.snooze;

import org.jspecify.annotations.NullMarked;

/** Collecting beyond reminders, under test. */
@NullMarked
package io.receivables.command.collection;

import org.jspecify.annotations.NullMarked;

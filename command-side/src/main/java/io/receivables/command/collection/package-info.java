/** Collecting what is overdue beyond reminders: final notice, agency, court, insolvency. */
@NullMarked
package io.receivables.command.collection;

import org.jspecify.annotations.NullMarked;

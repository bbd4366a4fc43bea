/** Reminders at any date: the runs, the letters they wrote and what became of them, and who is blocked. */
@NullMarked
package io.receivables.query.dunning;

import org.jspecify.annotations.NullMarked;

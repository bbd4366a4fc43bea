/** Due dates, under test. */
@NullMarked
package io.receivables.command.duedate;

import org.jspecify.annotations.NullMarked;

/** The others' word on the write-off of a credit. */
@NullMarked
package io.receivables.command.creditwriteoff.approve;

import org.jspecify.annotations.NullMarked;

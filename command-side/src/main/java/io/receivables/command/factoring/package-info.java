/** Receivables that are assigned to a factor: bought back, settled, and cash that came to us for it. */
@NullMarked
package io.receivables.command.factoring;

import org.jspecify.annotations.NullMarked;

/** Receivables that are assigned to a factor. */
@NullMarked
package io.receivables.events.factoring;

import org.jspecify.annotations.NullMarked;

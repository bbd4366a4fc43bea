/** Attempts to approve that were refused: the one thing that a refused command leaves behind. */
@NullMarked
package io.receivables.command.approvalattempt;

import org.jspecify.annotations.NullMarked;

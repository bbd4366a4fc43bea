/** Paying a factor what came to us for it. */
@NullMarked
package io.receivables.command.factoring.payover;

import org.jspecify.annotations.NullMarked;

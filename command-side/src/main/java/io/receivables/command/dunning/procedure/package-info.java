/** Giving an account a dunning procedure of its own. */
@NullMarked
package io.receivables.command.dunning.procedure;

import org.jspecify.annotations.NullMarked;

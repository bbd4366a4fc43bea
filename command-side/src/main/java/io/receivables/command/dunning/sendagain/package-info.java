/** Sending a letter once more. */
@NullMarked
package io.receivables.command.dunning.sendagain;

import org.jspecify.annotations.NullMarked;

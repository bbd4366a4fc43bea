/** Sending letters after they were committed: a port with a mail server and a folder behind it, and what became of it as a fact. */
@NullMarked
package io.receivables.command.dunning.delivery;

import org.jspecify.annotations.NullMarked;

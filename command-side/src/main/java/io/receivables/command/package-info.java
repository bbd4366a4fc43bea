/** Decides: aggregates, their rules, and the REST API of commands. */
@NullMarked
package io.receivables.command;

import org.jspecify.annotations.NullMarked;

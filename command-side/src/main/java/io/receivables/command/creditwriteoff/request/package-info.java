/** Keeping a credit as income, or asking for it. */
@NullMarked
package io.receivables.command.creditwriteoff.request;

import org.jspecify.annotations.NullMarked;

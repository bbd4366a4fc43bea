/** A run over all late invoices of a legal entity. */
@NullMarked
package io.receivables.command.charge.run;

import org.jspecify.annotations.NullMarked;

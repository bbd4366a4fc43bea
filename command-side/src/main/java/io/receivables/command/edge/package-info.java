/** The command edge: strict input, idempotency, the commit unit, answers. Nothing about invoices. */
@NullMarked
package io.receivables.command.edge;

import org.jspecify.annotations.NullMarked;

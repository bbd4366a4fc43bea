/** What starts the limitation of a claim anew. */
@NullMarked
package io.receivables.command.invoice.limitation;

import org.jspecify.annotations.NullMarked;

/** Letting the rules of the policy find what a credit note settles. */
@NullMarked
package io.receivables.command.creditnote.autoallocate;

import org.jspecify.annotations.NullMarked;

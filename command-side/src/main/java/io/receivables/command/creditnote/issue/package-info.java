/** Issuing a credit note. */
@NullMarked
package io.receivables.command.creditnote.issue;

import org.jspecify.annotations.NullMarked;

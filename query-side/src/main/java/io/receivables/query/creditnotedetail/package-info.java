/** One credit note at any date, and lists of credit notes. */
@NullMarked
package io.receivables.query.creditnotedetail;

import org.jspecify.annotations.NullMarked;

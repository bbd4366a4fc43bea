/** The expected credit loss of a book: IFRS 9, simplified approach. */
@NullMarked
package io.receivables.query.allowance;

import org.jspecify.annotations.NullMarked;

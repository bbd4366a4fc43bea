/** A figure, down to the movements that it is the sum of, and to who decided them. */
@NullMarked
package io.receivables.query.audit.explain;

import org.jspecify.annotations.NullMarked;

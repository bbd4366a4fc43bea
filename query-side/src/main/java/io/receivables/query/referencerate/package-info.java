/** Reference rates: the dated values that interest rests on. */
@NullMarked
package io.receivables.query.referencerate;

import org.jspecify.annotations.NullMarked;

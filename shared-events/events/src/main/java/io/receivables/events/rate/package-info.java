/** Reference rates: dated values that interest rests on. */
@NullMarked
package io.receivables.events.rate;

import org.jspecify.annotations.NullMarked;

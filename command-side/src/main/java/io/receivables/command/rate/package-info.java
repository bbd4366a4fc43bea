/** Reference rates: dated values that interest rests on, common to all legal entities. */
@NullMarked
package io.receivables.command.rate;

import org.jspecify.annotations.NullMarked;

/** Setting values of a reference rate, given or shipped with the product. */
@NullMarked
package io.receivables.command.rate.set;

import org.jspecify.annotations.NullMarked;

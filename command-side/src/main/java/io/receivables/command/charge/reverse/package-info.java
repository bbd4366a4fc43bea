/** Taking a late charge back. */
@NullMarked
package io.receivables.command.charge.reverse;

import org.jspecify.annotations.NullMarked;

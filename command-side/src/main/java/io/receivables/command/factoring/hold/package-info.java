/** Cash that came to us for what has left our books. */
@NullMarked
package io.receivables.command.factoring.hold;

import org.jspecify.annotations.NullMarked;

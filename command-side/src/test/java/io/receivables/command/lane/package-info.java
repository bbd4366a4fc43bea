/** Tests. */
@NullMarked
package io.receivables.command.lane;

import org.jspecify.annotations.NullMarked;

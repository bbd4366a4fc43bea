/** The running command side, as other services see it. */
@NullMarked
package io.receivables.command.testing;

import org.jspecify.annotations.NullMarked;

/** An accounting period is closed. */
@NullMarked
package io.receivables.command.period.close;

import org.jspecify.annotations.NullMarked;

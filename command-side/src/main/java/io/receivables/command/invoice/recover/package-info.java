/** Money that comes for what had been written off. */
@NullMarked
package io.receivables.command.invoice.recover;

import org.jspecify.annotations.NullMarked;

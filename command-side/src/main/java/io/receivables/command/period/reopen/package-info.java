/** An accounting period is reopened. */
@NullMarked
package io.receivables.command.period.reopen;

import org.jspecify.annotations.NullMarked;

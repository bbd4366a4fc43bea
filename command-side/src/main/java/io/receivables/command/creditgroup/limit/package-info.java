/** The limit of a credit group. */
@NullMarked
package io.receivables.command.creditgroup.limit;

import org.jspecify.annotations.NullMarked;

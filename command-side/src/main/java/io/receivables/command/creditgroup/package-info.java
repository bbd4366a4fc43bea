/** Credit groups: accounts that share a limit. */
@NullMarked
package io.receivables.command.creditgroup;

import org.jspecify.annotations.NullMarked;

/** Credit policies: what one person may decide alone. */
@NullMarked
package io.receivables.command.policy;

import org.jspecify.annotations.NullMarked;

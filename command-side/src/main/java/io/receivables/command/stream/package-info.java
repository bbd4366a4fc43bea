/** What every stream of facts has in common: how it is loaded, guarded, and kept within its dates. */
@NullMarked
package io.receivables.command.stream;

import org.jspecify.annotations.NullMarked;

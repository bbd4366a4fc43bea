/** How money finds what it settles. */
@NullMarked
package io.receivables.command.matching;

import org.jspecify.annotations.NullMarked;

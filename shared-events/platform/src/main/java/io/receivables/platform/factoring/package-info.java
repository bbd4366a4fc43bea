/** An assignment to a factor, folded from its facts for both sides. */
@NullMarked
package io.receivables.platform.factoring;

import org.jspecify.annotations.NullMarked;

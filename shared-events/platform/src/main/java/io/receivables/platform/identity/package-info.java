/** Who acts: tokens, roles, legal entities. */
@NullMarked
package io.receivables.platform.identity;

import org.jspecify.annotations.NullMarked;

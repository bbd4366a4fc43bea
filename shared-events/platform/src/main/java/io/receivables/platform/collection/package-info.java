/** What was done to collect what an account owes, folded from its facts for both sides. */
@NullMarked
package io.receivables.platform.collection;

import org.jspecify.annotations.NullMarked;

/** Credit groups and their limits. */
@NullMarked
package io.receivables.query.creditgroup;

import org.jspecify.annotations.NullMarked;

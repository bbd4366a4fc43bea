/** Until when claims can be brought to court. */
@NullMarked
package io.receivables.query.limitation;

import org.jspecify.annotations.NullMarked;

/** One late charge at any date, with how it was calculated. */
@NullMarked
package io.receivables.query.latecharge;

import org.jspecify.annotations.NullMarked;

/** Refusals with stable codes, answered as RFC 9457 problem details. */
@NullMarked
package io.receivables.platform.problem;

import org.jspecify.annotations.NullMarked;

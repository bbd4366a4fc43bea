/** Checks what Receivables exports without trusting it. The rules are those of RFC 9162, section 2.1, written a second time. */
@NullMarked
package io.receivables.verifier;

import org.jspecify.annotations.NullMarked;

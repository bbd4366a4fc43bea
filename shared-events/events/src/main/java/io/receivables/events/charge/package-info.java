/** Late charges: interest, the fixed indemnity and fees, each a claim of its own. */
@NullMarked
package io.receivables.events.charge;

import org.jspecify.annotations.NullMarked;

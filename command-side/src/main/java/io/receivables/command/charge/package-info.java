/** Late charges: claims of their own for interest, the fixed indemnity and fees. */
@NullMarked
package io.receivables.command.charge;

import org.jspecify.annotations.NullMarked;

/** How a customer is reached: personal data that is current and erasable, and in no event. */
@NullMarked
package io.receivables.platform.party;

import org.jspecify.annotations.NullMarked;

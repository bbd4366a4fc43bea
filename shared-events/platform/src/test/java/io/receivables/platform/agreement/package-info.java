/** What customers have promised, agreed and contested. */
@NullMarked
package io.receivables.platform.agreement;

import org.jspecify.annotations.NullMarked;

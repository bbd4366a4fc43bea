/** What both sides need and no business rule. */
@NullMarked
package io.receivables.platform;

import org.jspecify.annotations.NullMarked;

/** What became of attempts to approve, where the rules refused them. */
@NullMarked
package io.receivables.events.approval;

import org.jspecify.annotations.NullMarked;

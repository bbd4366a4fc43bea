/** The second person's word on a refund. */
@NullMarked
package io.receivables.command.refund.approve;

import org.jspecify.annotations.NullMarked;

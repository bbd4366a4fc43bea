/** What a second person decides: write-offs, refunds, credit limits and permissions to exceed them. */
@NullMarked
package io.receivables.query.approval;

import org.jspecify.annotations.NullMarked;

/** Write-offs and refunds on their way. */
@NullMarked
package io.receivables.query.approval;

import org.jspecify.annotations.NullMarked;

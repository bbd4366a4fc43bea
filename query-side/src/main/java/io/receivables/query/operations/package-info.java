/** What whoever keeps the service running asks and does: lag, rebuild, parked facts. No business data is in any answer. */
@NullMarked
package io.receivables.query.operations;

import org.jspecify.annotations.NullMarked;

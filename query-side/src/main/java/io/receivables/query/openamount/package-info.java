/** What is open in all, as a metric. */
@NullMarked
package io.receivables.query.openamount;

import org.jspecify.annotations.NullMarked;

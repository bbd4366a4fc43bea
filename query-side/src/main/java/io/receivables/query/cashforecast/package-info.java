/** When the cash that is owed is expected, and how good such an expectation was a month ago. */
@NullMarked
package io.receivables.query.cashforecast;

import org.jspecify.annotations.NullMarked;

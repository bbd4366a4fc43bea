/** One payment at any date, and lists of payments. */
@NullMarked
package io.receivables.query.paymentdetail;

import org.jspecify.annotations.NullMarked;

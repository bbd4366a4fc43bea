/** How a customer account pays, and the class of risk that this comes to. */
@NullMarked
package io.receivables.query.paymentbehaviour;

import org.jspecify.annotations.NullMarked;

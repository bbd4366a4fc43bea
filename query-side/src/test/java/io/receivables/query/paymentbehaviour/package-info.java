@NullMarked
package io.receivables.query.paymentbehaviour;

import org.jspecify.annotations.NullMarked;

/** One customer account at any date: figures, open items, history. */
@NullMarked
package io.receivables.query.customeraccount;

import org.jspecify.annotations.NullMarked;

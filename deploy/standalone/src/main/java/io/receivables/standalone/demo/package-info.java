/** A book to look at: two years of invoices and payments of a hundred customers. */
@NullMarked
package io.receivables.standalone.demo;

import org.jspecify.annotations.NullMarked;

/** A seeded book of three years, as events and as the tables that somebody would write by hand. */
@NullMarked
package io.receivables.bench.book;

import org.jspecify.annotations.NullMarked;

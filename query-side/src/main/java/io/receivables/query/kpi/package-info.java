/** Key figures of a book: how long sales wait for their cash, how well it is collected, how customers pay. */
@NullMarked
package io.receivables.query.kpi;

import org.jspecify.annotations.NullMarked;

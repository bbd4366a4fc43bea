/** Many commands in one request: stored first, then run in order through the lane. Nothing about invoices. */
@NullMarked
package io.receivables.command.batch;

import org.jspecify.annotations.NullMarked;

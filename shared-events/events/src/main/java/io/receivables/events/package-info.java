/** The facts of accounts receivable, one record per file, under the sealed family of its stream. */
@NullMarked
package io.receivables.events;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.receivables.command.batch;

import org.jspecify.annotations.NullMarked;

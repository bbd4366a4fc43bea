/** Guards of streams, under test. */
@NullMarked
package io.receivables.command.stream;

import org.jspecify.annotations.NullMarked;

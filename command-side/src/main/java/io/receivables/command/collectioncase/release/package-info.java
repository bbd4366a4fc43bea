/** Giving a case back. */
@NullMarked
package io.receivables.command.collectioncase.release;

import org.jspecify.annotations.NullMarked;

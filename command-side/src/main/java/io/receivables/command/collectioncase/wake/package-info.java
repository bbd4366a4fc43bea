/** Ending the rest of a case before its day. */
@NullMarked
package io.receivables.command.collectioncase.wake;

import org.jspecify.annotations.NullMarked;

/** The event store: what happened is appended here, never changed, and read in order without missing anything. */
@NullMarked
package io.receivables.platform.eventstore;

import org.jspecify.annotations.NullMarked;

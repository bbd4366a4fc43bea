/** Who works on an account or an unidentified payment, until when it rests, and what comes next. */
@NullMarked
package io.receivables.events.collectioncase;

import org.jspecify.annotations.NullMarked;

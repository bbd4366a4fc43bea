/**
 * The work on an account or an unidentified payment: who does it, until when it rests, what comes next. Its stream is its own,
 * so that collectors and money do not wait for each other.
 */
@NullMarked
package io.receivables.command.collectioncase;

import org.jspecify.annotations.NullMarked;

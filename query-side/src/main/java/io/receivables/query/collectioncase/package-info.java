/** The work on an account or an unidentified payment. */
@NullMarked
package io.receivables.query.collectioncase;

import org.jspecify.annotations.NullMarked;

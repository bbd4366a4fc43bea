/** Credit notes: documents that reduce what is owed. */
@NullMarked
package io.receivables.events.creditnote;

import org.jspecify.annotations.NullMarked;

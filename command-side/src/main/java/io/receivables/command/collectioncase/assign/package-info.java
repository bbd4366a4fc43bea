/** Taking a case, and giving it to somebody. */
@NullMarked
package io.receivables.command.collectioncase.assign;

import org.jspecify.annotations.NullMarked;

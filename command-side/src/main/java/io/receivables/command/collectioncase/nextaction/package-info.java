/** Planning what is to be done next, and saying that it is done. */
@NullMarked
package io.receivables.command.collectioncase.nextaction;

import org.jspecify.annotations.NullMarked;

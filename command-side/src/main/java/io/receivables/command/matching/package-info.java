/** Finding what money settles when nobody says: rules over open items, pure and the same at every replay. */
@NullMarked
package io.receivables.command.matching;

import org.jspecify.annotations.NullMarked;

/** Credit notes: what is granted, and what of it is free at each date. */
@NullMarked
package io.receivables.command.creditnote;

import org.jspecify.annotations.NullMarked;

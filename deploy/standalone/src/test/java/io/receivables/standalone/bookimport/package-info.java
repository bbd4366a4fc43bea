/** Reading the books of other systems. */
@NullMarked
package io.receivables.standalone.bookimport;

import org.jspecify.annotations.NullMarked;

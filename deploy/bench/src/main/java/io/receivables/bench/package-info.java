/** How fast the product is, each figure a ratio to what plain means reach in the same run on the same machine. */
@NullMarked
package io.receivables.bench;

import org.jspecify.annotations.NullMarked;

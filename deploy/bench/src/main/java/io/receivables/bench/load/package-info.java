/** Load over HTTP, from a JVM of its own. */
@NullMarked
package io.receivables.bench.load;

import org.jspecify.annotations.NullMarked;

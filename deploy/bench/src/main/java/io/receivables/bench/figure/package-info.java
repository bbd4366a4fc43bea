/** The figures. */
@NullMarked
package io.receivables.bench.figure;

import org.jspecify.annotations.NullMarked;

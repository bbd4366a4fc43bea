@NullMarked
package io.receivables.query.period;

import org.jspecify.annotations.NullMarked;

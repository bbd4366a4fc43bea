@NullMarked
package io.receivables.platform.observability;

import org.jspecify.annotations.NullMarked;

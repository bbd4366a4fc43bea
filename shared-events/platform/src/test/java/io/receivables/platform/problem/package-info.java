@NullMarked
package io.receivables.platform.problem;

import org.jspecify.annotations.NullMarked;

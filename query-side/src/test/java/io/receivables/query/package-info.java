@NullMarked
package io.receivables.query;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.receivables.standalone;

import org.jspecify.annotations.NullMarked;

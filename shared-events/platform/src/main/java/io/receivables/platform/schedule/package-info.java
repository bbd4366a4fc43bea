/** Work that a process does by itself from time to time. */
@NullMarked
package io.receivables.platform.schedule;

import org.jspecify.annotations.NullMarked;

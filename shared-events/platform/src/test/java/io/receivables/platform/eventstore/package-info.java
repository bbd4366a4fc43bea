@NullMarked
package io.receivables.platform.eventstore;

import org.jspecify.annotations.NullMarked;

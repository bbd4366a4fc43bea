@NullMarked
package io.receivables.command.period;

import org.jspecify.annotations.NullMarked;

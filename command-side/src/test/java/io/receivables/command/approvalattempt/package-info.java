@NullMarked
package io.receivables.command.approvalattempt;

import org.jspecify.annotations.NullMarked;

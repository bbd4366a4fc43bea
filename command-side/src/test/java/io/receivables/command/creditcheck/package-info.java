@NullMarked
package io.receivables.command.creditcheck;

import org.jspecify.annotations.NullMarked;

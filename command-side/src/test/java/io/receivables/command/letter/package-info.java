@NullMarked
package io.receivables.command.letter;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.receivables.command.dunning;

import org.jspecify.annotations.NullMarked;

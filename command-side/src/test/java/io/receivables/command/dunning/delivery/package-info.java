@NullMarked
package io.receivables.command.dunning.delivery;

import org.jspecify.annotations.NullMarked;

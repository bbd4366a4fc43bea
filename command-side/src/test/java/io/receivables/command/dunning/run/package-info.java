@NullMarked
package io.receivables.command.dunning.run;

import org.jspecify.annotations.NullMarked;

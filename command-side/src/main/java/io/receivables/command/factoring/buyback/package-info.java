/** What a factor returns. */
@NullMarked
package io.receivables.command.factoring.buyback;

import org.jspecify.annotations.NullMarked;

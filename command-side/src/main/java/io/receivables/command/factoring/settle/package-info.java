/** What a factor reports that the debtor has paid it. */
@NullMarked
package io.receivables.command.factoring.settle;

import org.jspecify.annotations.NullMarked;

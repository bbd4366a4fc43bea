/** What payments and credit notes have in common: money that is free until it is allocated or refunded. */
@NullMarked
package io.receivables.command.credit;

import org.jspecify.annotations.NullMarked;

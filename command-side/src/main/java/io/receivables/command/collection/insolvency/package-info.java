/** Insolvency procedures of customers, and our claims in them. */
@NullMarked
package io.receivables.command.collection.insolvency;

import org.jspecify.annotations.NullMarked;

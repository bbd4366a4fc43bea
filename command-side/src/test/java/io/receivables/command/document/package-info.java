/** Lines and totals, under test. */
@NullMarked
package io.receivables.command.document;

import org.jspecify.annotations.NullMarked;

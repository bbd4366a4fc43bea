/** Assignments to a factor, under test. */
@NullMarked
package io.receivables.command.factoring;

import org.jspecify.annotations.NullMarked;

/** The command edge, under test. */
@NullMarked
package io.receivables.command.edge;

import org.jspecify.annotations.NullMarked;

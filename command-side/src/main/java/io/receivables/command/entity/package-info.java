/** Legal entities. */
@NullMarked
package io.receivables.command.entity;

import org.jspecify.annotations.NullMarked;

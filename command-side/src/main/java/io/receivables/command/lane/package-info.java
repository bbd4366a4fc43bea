/**
 * The lane: every command of a node is decided here, one after the other, and many of them share one transaction. What
 * must be atomic with their events is written here as well.
 */
@NullMarked
package io.receivables.command.lane;

import org.jspecify.annotations.NullMarked;

/** Legal entities: the companies that are owed. */
@NullMarked
package io.receivables.events.entity;

import org.jspecify.annotations.NullMarked;

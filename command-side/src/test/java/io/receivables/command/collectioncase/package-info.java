@NullMarked
package io.receivables.command.collectioncase;

import org.jspecify.annotations.NullMarked;

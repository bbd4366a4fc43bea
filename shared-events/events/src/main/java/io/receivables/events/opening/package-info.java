/** What was open already when a company moved its book to this service. */
@NullMarked
package io.receivables.events.opening;

import org.jspecify.annotations.NullMarked;

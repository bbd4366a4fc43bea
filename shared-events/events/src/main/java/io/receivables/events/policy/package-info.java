/** Credit policies: dated versions of the rules of a legal entity. */
@NullMarked
package io.receivables.events.policy;

import org.jspecify.annotations.NullMarked;

/** History, fact by fact, with the figures before and after each. */
@NullMarked
package io.receivables.query.audit.replay;

import org.jspecify.annotations.NullMarked;

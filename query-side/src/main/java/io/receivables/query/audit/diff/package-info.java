/** Why a balance at a date is another one than it was: the facts that came to be known between. */
@NullMarked
package io.receivables.query.audit.diff;

import org.jspecify.annotations.NullMarked;

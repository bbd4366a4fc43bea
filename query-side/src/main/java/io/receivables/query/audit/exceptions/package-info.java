/** The report of what internal controls look at: who did what is not the usual way. */
@NullMarked
package io.receivables.query.audit.exceptions;

import org.jspecify.annotations.NullMarked;

/** The companies that are owed, and their credit policies. */
@NullMarked
package io.receivables.query.legalentity;

import org.jspecify.annotations.NullMarked;

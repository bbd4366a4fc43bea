/**
 * Proof that the books are what the history says: the stored events are read a second time, by code that shares nothing with
 * the projection, and compared with its tables row by row.
 */
@NullMarked
package io.receivables.query.audit.proof;

import org.jspecify.annotations.NullMarked;

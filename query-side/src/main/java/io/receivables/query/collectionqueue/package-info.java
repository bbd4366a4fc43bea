/** Ranked worklists for collectors. */
@NullMarked
package io.receivables.query.collectionqueue;

import org.jspecify.annotations.NullMarked;

/**
 * Tamper evidence: a hash tree over every stored event, whose signed heads leave the database as soon as they are made.
 * What that proves, and what not, says {@code docs/adr/0021-a-hash-tree-with-heads-outside.md}.
 */
@NullMarked
package io.receivables.query.seal;

import org.jspecify.annotations.NullMarked;

/**
 * Files that take longer than an answer may: ordered, written by whichever node is free, fetched once they are whole. Why they
 * lie in the database: {@code docs/adr/0026-exports-are-jobs-whose-files-lie-in-the-database.md}.
 */
@NullMarked
package io.receivables.query.export;

import org.jspecify.annotations.NullMarked;

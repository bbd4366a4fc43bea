/** Connections to PostgreSQL: who gets how many, and how long a statement may take. */
@NullMarked
package io.receivables.platform.database;

import org.jspecify.annotations.NullMarked;

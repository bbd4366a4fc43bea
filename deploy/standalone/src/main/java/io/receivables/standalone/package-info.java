/** Both sides in one JVM with a PostgreSQL and an issuer of tokens built in: the default for a newcomer. */
@NullMarked
package io.receivables.standalone;

import org.jspecify.annotations.NullMarked;

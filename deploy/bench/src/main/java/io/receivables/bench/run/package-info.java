/** What every figure needs: database, service, callers, rounds, profiles. */
@NullMarked
package io.receivables.bench.run;

import org.jspecify.annotations.NullMarked;

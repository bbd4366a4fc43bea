/** Who looked: reads of customer data by people, exports and replays, and the question about them. */
@NullMarked
package io.receivables.query.accesslog;

import org.jspecify.annotations.NullMarked;

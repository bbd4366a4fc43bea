/** What lets operators see the running service: correlation in the logs, tags of the metrics, settings of both. */
@NullMarked
package io.receivables.platform.observability;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.receivables.query.accesslog;

import org.jspecify.annotations.NullMarked;

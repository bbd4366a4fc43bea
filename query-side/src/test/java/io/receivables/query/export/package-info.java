@NullMarked
package io.receivables.query.export;

import org.jspecify.annotations.NullMarked;

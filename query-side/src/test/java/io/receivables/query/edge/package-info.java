@NullMarked
package io.receivables.query.edge;

import org.jspecify.annotations.NullMarked;

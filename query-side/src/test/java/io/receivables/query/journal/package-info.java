@NullMarked
package io.receivables.query.journal;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.receivables.query.audit;

import org.jspecify.annotations.NullMarked;

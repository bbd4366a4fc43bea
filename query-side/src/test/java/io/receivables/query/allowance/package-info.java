@NullMarked
package io.receivables.query.allowance;

import org.jspecify.annotations.NullMarked;

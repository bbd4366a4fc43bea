@NullMarked
package io.receivables.query.agedbalance;

import org.jspecify.annotations.NullMarked;

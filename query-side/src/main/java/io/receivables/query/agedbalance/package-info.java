/** Who owed what, how late, at any date, as known on any day. */
@NullMarked
package io.receivables.query.agedbalance;

import org.jspecify.annotations.NullMarked;

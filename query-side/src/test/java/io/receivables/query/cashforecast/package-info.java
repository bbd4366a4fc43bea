@NullMarked
package io.receivables.query.cashforecast;

import org.jspecify.annotations.NullMarked;

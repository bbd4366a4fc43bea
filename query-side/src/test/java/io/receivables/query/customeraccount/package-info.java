@NullMarked
package io.receivables.query.customeraccount;

import org.jspecify.annotations.NullMarked;

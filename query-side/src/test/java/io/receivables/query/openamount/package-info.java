@NullMarked
package io.receivables.query.openamount;

import org.jspecify.annotations.NullMarked;

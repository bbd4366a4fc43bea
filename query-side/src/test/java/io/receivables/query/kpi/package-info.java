@NullMarked
package io.receivables.query.kpi;

import org.jspecify.annotations.NullMarked;

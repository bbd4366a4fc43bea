@NullMarked
package io.receivables.query.page;

import org.jspecify.annotations.NullMarked;

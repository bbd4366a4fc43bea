@NullMarked
package io.receivables.query.seal;

import org.jspecify.annotations.NullMarked;

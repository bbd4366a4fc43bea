/** That the bench still works with the product as it is. */
@NullMarked
package io.receivables.bench;

import org.jspecify.annotations.NullMarked;

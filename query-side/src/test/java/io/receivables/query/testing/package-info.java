/** What the tests of the read side share. */
@NullMarked
package io.receivables.query.testing;

import org.jspecify.annotations.NullMarked;

/** What tests of both sides share. */
@NullMarked
package io.receivables.platform.testing;

import org.jspecify.annotations.NullMarked;

/** Black-box tests of what ships: they know the HTTP API and nothing of the code behind it. */
@NullMarked
package io.receivables.acceptance;

import org.jspecify.annotations.NullMarked;

/** The papers that go with value added tax which write-offs take back. */
@NullMarked
package io.receivables.query.taxrelief;

import org.jspecify.annotations.NullMarked;

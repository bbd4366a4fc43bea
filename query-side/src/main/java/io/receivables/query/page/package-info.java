/** The pages: what a browser is shown of the same answers that the API gives. */
@NullMarked
package io.receivables.query.page;

import org.jspecify.annotations.NullMarked;

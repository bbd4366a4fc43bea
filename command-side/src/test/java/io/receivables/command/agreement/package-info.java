/** What customers contest, promise and agree. */
@NullMarked
package io.receivables.command.agreement;

import org.jspecify.annotations.NullMarked;

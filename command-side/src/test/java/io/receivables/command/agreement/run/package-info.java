/** What customers contest, promise and agree. */
@NullMarked
package io.receivables.command.agreement.run;

import org.jspecify.annotations.NullMarked;

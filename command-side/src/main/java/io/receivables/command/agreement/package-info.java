/**
 * What customers contest, promise and agree, as decisions about their accounts need it: the rows beside the streams, and the
 * judgements that follow when money comes or a day passes.
 */
@NullMarked
package io.receivables.command.agreement;

import org.jspecify.annotations.NullMarked;

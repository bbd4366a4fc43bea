/** Promises to pay: made, and withdrawn. */
@NullMarked
package io.receivables.command.account.promise;

import org.jspecify.annotations.NullMarked;

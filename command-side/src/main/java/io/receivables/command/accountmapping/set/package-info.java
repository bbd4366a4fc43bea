/** Setting a version of the account mapping. */
@NullMarked
package io.receivables.command.accountmapping.set;

import org.jspecify.annotations.NullMarked;

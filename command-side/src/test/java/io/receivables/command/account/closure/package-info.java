@NullMarked
package io.receivables.command.account.closure;

import org.jspecify.annotations.NullMarked;

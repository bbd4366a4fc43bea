@NullMarked
package io.receivables.command.account;

import org.jspecify.annotations.NullMarked;

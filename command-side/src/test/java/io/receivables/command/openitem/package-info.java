@NullMarked
package io.receivables.command.openitem;

import org.jspecify.annotations.NullMarked;

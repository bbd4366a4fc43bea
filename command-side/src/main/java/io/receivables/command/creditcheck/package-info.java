/** Whether a customer may owe more: the exposure of an account against its limit, its holds, and permissions to exceed them. */
@NullMarked
package io.receivables.command.creditcheck;

import org.jspecify.annotations.NullMarked;

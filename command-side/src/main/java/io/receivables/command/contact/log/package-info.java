/** Noting what was said and written between us and a customer. */
@NullMarked
package io.receivables.command.contact.log;

import org.jspecify.annotations.NullMarked;

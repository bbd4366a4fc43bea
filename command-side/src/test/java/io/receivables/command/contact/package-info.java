/** The contact log, under test. */
@NullMarked
package io.receivables.command.contact;

import org.jspecify.annotations.NullMarked;

/** Contacts with customers: calls, mails, letters, visits. */
@NullMarked
package io.receivables.command.contact;

import org.jspecify.annotations.NullMarked;

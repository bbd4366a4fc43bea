/** Contacts with customers. */
@NullMarked
package io.receivables.events.contact;

import org.jspecify.annotations.NullMarked;

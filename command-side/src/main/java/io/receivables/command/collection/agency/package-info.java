/** Handing claims to a collection agency, and taking them back. */
@NullMarked
package io.receivables.command.collection.agency;

import org.jspecify.annotations.NullMarked;

/** What was done to collect what an account owes: contacts, final notices, agencies, courts, insolvency. */
@NullMarked
package io.receivables.query.collection;

import org.jspecify.annotations.NullMarked;

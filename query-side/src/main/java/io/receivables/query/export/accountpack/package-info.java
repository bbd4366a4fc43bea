/**
 * Everything about one account in one file, for whoever has to be convinced: what is owed and why, what was said and written,
 * every fact, and what shows that no fact was changed.
 */
@NullMarked
package io.receivables.query.export.accountpack;

import org.jspecify.annotations.NullMarked;

/** What an account's own facts say about its credit. Both sides fold it: one to decide, the other to answer as at any date. */
@NullMarked
package io.receivables.platform.credit;

import org.jspecify.annotations.NullMarked;

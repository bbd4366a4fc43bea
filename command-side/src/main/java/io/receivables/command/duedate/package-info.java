/** When an invoice falls due under payment terms, and how late the law lets it. */
@NullMarked
package io.receivables.command.duedate;

import org.jspecify.annotations.NullMarked;

package io.receivables.command.dunning;

import io.receivables.command.account.AccountRow;
import io.receivables.command.openitem.OpenItem;
import java.util.List;

/**
 * An account that a run looks at.
 *
 * @param items its open instalments of invoices, the oldest due first
 */
public record DunnableAccount(AccountRow account, List<OpenItem> items) {}

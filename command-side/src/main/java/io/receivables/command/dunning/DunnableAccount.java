package io.receivables.command.dunning;

import io.receivables.command.account.AccountRow;
import io.receivables.command.openitem.OpenItem;
import java.util.List;

/**
 * An account that a run looks at.
 *
 * @param items its open instalments of invoices, the oldest due first
 * @param charges its open late charges: a letter names their sum and reminds of none
 */
public record DunnableAccount(AccountRow account, List<OpenItem> items, List<OpenItem> charges) {}

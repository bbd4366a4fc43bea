package io.receivables.query.taxrelief;

import io.receivables.events.money.Money;
import io.receivables.query.ledger.AccountHeader;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.StringJoiner;

/**
 * All duplicates of a customer on one paper, which the law accepts as well.
 *
 * @param net that is unpaid, without tax
 * @param tax that the write-offs take back
 */
record TaxReliefStatement(String accountId, String name, String legalEntity, LocalDate asAt,
        List<RelievedWriteOff> items, Money net, Money tax, String text) {

    static TaxReliefStatement of(AccountHeader account, String name, LocalDate asAt, List<RelievedWriteOff> items) {
        var zero = Money.zero(Currency.getInstance(account.currency()));
        var net = items.stream().map(RelievedWriteOff::net).reduce(zero, Money::plus);
        var tax = items.stream().map(RelievedWriteOff::tax).reduce(zero, Money::plus);
        var paper = new StringJoiner("\n", "", "\n");
        paper.add("ÉTAT RÉCAPITULATIF DES FACTURES DEMEURÉES IMPAYÉES au " + asAt);
        paper.add("Client : " + name + " (" + account.accountId() + ")").add("");
        items.forEach(item -> paper.add("Facture " + item.invoiceNumber() + " du " + item.issueDate() + " : "
                + item.mention()));
        paper.add("").add("Total : " + net + " (prix net), " + tax + " (TVA correspondante)");
        return new TaxReliefStatement(account.accountId(), name, account.legalEntity(), asAt, items, net, tax,
                paper.toString());
    }
}

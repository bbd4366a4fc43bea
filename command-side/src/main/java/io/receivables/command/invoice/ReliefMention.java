package io.receivables.command.invoice;

import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import io.receivables.events.policy.WriteOffRules;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** The sentence that the duplicate of an invoice needs before its tax may be taken back. */
final class ReliefMention {

    private static final char NO_BREAK_SPACE = '\u00A0';

    private ReliefMention() {}

    static String of(WriteOffRules rules, List<TaxShare> shares) {
        var currency = shares.getFirst().net().currency();
        return rules.mention()
                .replace("{net}", text(TaxShare.netOf(shares, currency)))
                .replace("{tax}", text(TaxShare.taxOf(shares, currency)));
    }

    /** As a French reader expects it, whatever the server speaks: {@code 1 000,00 €}. */
    private static String text(Money amount) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setDecimalSeparator(',');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(amount.currency().getDefaultFractionDigits());
        var code = amount.currency().getCurrencyCode();
        return format.format(amount.amount()) + NO_BREAK_SPACE + (code.equals("EUR") ? "€" : code);
    }
}

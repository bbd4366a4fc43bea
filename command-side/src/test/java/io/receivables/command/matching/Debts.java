package io.receivables.command.matching;

import io.receivables.command.matching.Debt.Component;
import io.receivables.command.matching.Debt.Part;
import io.receivables.events.money.Money;
import io.receivables.events.policy.ComponentOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Open items that rules choose from. Dates are days of 2026; the question is asked on June 30. */
final class Debts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private Debts() {}

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /** Instalments of these amounts, due on {@code due} and every month after. */
    static Debt invoice(String id, String due, String... amounts) {
        return invoice(id, true, due, amounts);
    }

    /** One that bears no interest. */
    static Debt lightInvoice(String id, String due, String... amounts) {
        return invoice(id, false, due, amounts);
    }

    private static Debt invoice(String id, boolean onerous, String due, String... amounts) {
        var parts = new ArrayList<Part>();
        var first = LocalDate.parse("2026-" + due);
        for (var amount : amounts) {
            parts.add(new Part(parts.size() + 1, first.plusMonths(parts.size()), eur(amount), eur(amount)));
        }
        return new Debt(id, id, Component.PRINCIPAL, null, onerous, first.minusDays(30), sum(parts),
                List.copyOf(parts));
    }

    /** One instalment of which a discount can still be earned. */
    static Debt discounted(String id, String due, String open, String toPay) {
        var date = LocalDate.parse("2026-" + due);
        return new Debt(id, id, Component.PRINCIPAL, null, true, date.minusDays(30), eur(toPay),
                List.of(new Part(1, date, eur(open), eur(toPay))));
    }

    static Debt charge(String id, Component component, @Nullable String invoice, String due, String amount) {
        var date = LocalDate.parse("2026-" + due);
        return new Debt(id, id, component, invoice, false, date, eur(amount),
                List.of(new Part(0, date, eur(amount), eur(amount))));
    }

    static Question ask(String amount, Debt... debts) {
        return new Question(eur(amount), eur("0.00"), TODAY, Set.of(), ComponentOrder.PRINCIPAL_FIRST, List.of(debts));
    }

    static Question tolerant(String tolerance, Question question) {
        return new Question(question.amount(), eur(tolerance), question.date(), question.instructed(),
                question.components(), question.debts());
    }

    static Question naming(Question question, String... ids) {
        return new Question(question.amount(), question.tolerance(), question.date(), Set.of(ids),
                question.components(), question.debts());
    }

    static Question chargesFirst(Question question) {
        return new Question(question.amount(), question.tolerance(), question.date(), question.instructed(),
                ComponentOrder.CHARGES_FIRST, question.debts());
    }

    /** As "INV-1/2 60.00". */
    static List<String> shown(List<Share> shares) {
        return shares.stream()
                .map(share -> share.debt().documentId()
                        + (share.instalment() == null ? "" : "/" + share.instalment())
                        + " " + share.amount().amount().toPlainString())
                .toList();
    }

    private static Money sum(List<Part> parts) {
        return parts.stream().map(Part::toPay).reduce(Money::plus).orElseThrow();
    }
}

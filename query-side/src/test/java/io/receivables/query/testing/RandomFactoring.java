package io.receivables.query.testing;

import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.query.ledger.PlainBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Assignments to factors at random, each of them such that a command would accept it. */
final class RandomFactoring {

    private static final FactorId FACTOR = new FactorId("FACTOR");

    private final Story story;
    private final Random random;
    private final PlainBook book;
    private final List<ReceivablesFactored> assigned = new ArrayList<>();
    private final Map<FactoringId, Long> left = new HashMap<>();
    private int number;

    RandomFactoring(Story story, Random random, PlainBook book) {
        this.story = story;
        this.random = random;
        this.book = book;
    }

    /** All that is open of an instalment. */
    void assign(String invoice, String account, int instalment, LocalDate date) {
        long open = open(invoice, instalment, date);
        if (open == 0) {
            return;
        }
        boolean recourse = random.nextBoolean();
        var items = List.of(new ClaimItem(new InvoiceId(story.id(invoice)), instalment, money(open)));
        var fact = new ReceivablesFactored(new FactoringId(story.id("F" + number++)), story.accountId(account),
                story.entity(), FACTOR, recourse, !recourse, items, null, Percentage.of("10"), null, date);
        story.tell(fact);
        assigned.add(fact);
        left.put(fact.factoringId(), open);
    }

    /** The debtor pays the factor, or the factor returns what is left. */
    void end() {
        if (assigned.isEmpty()) {
            return;
        }
        var it = assigned.get(random.nextInt(assigned.size()));
        var item = it.items().getFirst();
        var date = it.effectiveDate().plusDays(random.nextInt(40));
        long most = left.getOrDefault(it.factoringId(), 0L);
        if (!it.derecognised()) {
            most = Math.min(most, leastOpen(item, date));
        }
        if (most <= 0) {
            return;
        }
        if (random.nextInt(3) == 0) {
            var back = List.of(
                    new ClaimItem(item.invoiceId(), item.instalment(), money(left.getOrDefault(it.factoringId(), 0L))));
            story.tell(new FactoredItemsBoughtBack(it.factoringId(), it.accountId(), it.legalEntity(), FACTOR,
                    it.derecognised(), back, "returned", LATEST));
            left.put(it.factoringId(), 0L);
            return;
        }
        long amount = 1 + random.nextLong(most);
        story.tell(new FactorSettlementReported(it.factoringId(), it.accountId(), it.legalEntity(), FACTOR,
                it.derecognised(), new FactorSettlementId(story.id("S" + number++)),
                List.of(new ClaimItem(item.invoiceId(), item.instalment(), money(amount))), null, date));
        left.merge(it.factoringId(), -amount, Long::sum);
    }

    /** After every date on which something else happens, so that nothing has to be looked up. */
    private static final LocalDate LATEST = RandomHistory.FIRST_DAY.plusDays(RandomHistory.DAYS + 200L);

    private long open(String invoice, int instalment, LocalDate date) {
        return leastOpen(new ClaimItem(new InvoiceId(story.id(invoice)), instalment, money(0)), date);
    }

    private long leastOpen(ClaimItem item, LocalDate date) {
        return book.datesFrom(date)
                .mapToLong(day -> book.at(day, Long.MAX_VALUE).open(item.invoiceId().value(), item.instalment()))
                .min()
                .orElseThrow();
    }

    private static Money money(long cents) {
        return Money.ofMinorUnits(cents, Currency.getInstance("EUR"));
    }
}

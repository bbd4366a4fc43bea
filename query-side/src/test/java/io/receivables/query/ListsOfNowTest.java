package io.receivables.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.AccountId;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.query.collectionqueue.GetCollectionQueues;
import io.receivables.query.collectionqueue.QueueFilter;
import io.receivables.query.creditbalance.GetCreditBalances;
import io.receivables.query.creditnotedetail.FindCreditNotes;
import io.receivables.query.customeraccount.FindCustomerAccounts;
import io.receivables.query.customeraccount.GetOpenItems;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Paging;
import io.receivables.query.invoicedetail.FindInvoices;
import io.receivables.query.paymentdetail.FindPayments;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told from what is open now is told again from the movements, once something else has happened since. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ListsOfNowTest {

    private static final int ACCOUNTS = 4;

    @Autowired
    private GetCollectionQueues queues;
    @Autowired
    private GetCreditBalances creditBalances;
    @Autowired
    private GetOpenItems openItems;
    @Autowired
    private FindCustomerAccounts accounts;
    @Autowired
    private FindInvoices invoices;
    @Autowired
    private FindPayments payments;
    @Autowired
    private FindCreditNotes creditNotes;
    @Autowired
    private Stories stories;

    private Story story;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 20261125})
    void everyListOfNowIsThatOfThePositionLater(long seed) {
        System.out.println("seed " + seed);
        story = stories.begin();
        for (int i = 0; i < ACCOUNTS; i++) {
            story.account("C" + i);
        }
        var history = new RandomHistory(story, new Random(seed), ACCOUNTS);
        for (int i = 0; i < 120; i++) {
            history.oneFact();
        }
        story.payment("P-nobody", null, "12.00", "2026-05-02")
                .invoice("I-credited", "C0", "40.00", "2026-02-01", "2026-03-01")
                .creditNote("N1", "C0", "50.00", "2026-04-01")
                .allocateCredit("A-credit", "N1", "I-credited", "C0", "40.00", "2026-04-02")
                .invoice("I-paid", "C0", "30.00", "2026-02-01", "2026-03-01")
                .payment("P-full", "C0", "30.00", "2026-03-01")
                .allocate("A-full", "P-full", "I-paid", "C0", "30.00", "2026-03-02")
                .account("C-new")
                .invoice("I-new", "C-new", "9.00", "2026-11-01", "2026-12-01")
                .invoice("I-part", "C0", "20.00", "2026-02-01", "2026-03-01")
                .payment("P-part", "C0", "5.00", "2026-03-01")
                .allocate("A-part", "P-part", "I-part", "C0", "5.00", "2026-03-02")
                .payment("P-own", "C1", "3.00", "2026-05-01")
                .payment("P-much", "C3", "999999.00", "2026-05-03")
                .invoice("I-lost", "C0", "70.00", "2026-02-01", "2026-03-01")
                .tell(new InvoiceWrittenOff(new InvoiceId(story.id("I-lost")), story.accountId("C0"), story.entity(),
                        new WriteOffId(story.id("W-lost")), List.of(new InstalmentAmount(1, Story.eur("70.00"))),
                        "bankrupt", false, List.of(), "clerk-1", null, Story.eur("70.00"), 1,
                        LocalDate.parse("2026-04-03")));
        long known = story.position();
        var now = lists(new AsOfRequest("2026-12-31", Long.toString(known)));
        story.account("C-later").position();

        var then = lists(new AsOfRequest("2026-12-31", Long.toString(known)));

        assertThat(now).allSatisfy((name, list) -> assertThat(list).as(name).isNotEmpty());
        assertThat(then).isEqualTo(now);
    }

    private Map<String, List<?>> lists(AsOfRequest asOf) {
        var entity = story.entity().value();
        var all = new Paging("500", null);
        var lists = new LinkedHashMap<String, List<?>>();
        lists.put("queue", queues.items("overdue", QueueFilter.of(entity), asOf, all).items());
        for (var queue : List.of("new-overdue", "credit-balances", "unidentified-cash")) {
            lists.put(queue, queues.items(queue, fresh(entity), asOf, all).items());
        }
        lists.put("credit balances", creditBalances.handle(entity, asOf, all).items());
        lists.put("open items", openItems.handle(new AccountId(story.id("C1")), asOf, all).items());
        lists.put("accounts",
                accounts.handle(new FindCustomerAccounts.Filter(entity, null, null, null, null), asOf, all).items());
        lists.put("overdue", invoices(null, "true", asOf));
        for (var status : List.of("OPEN", "PARTIALLY_PAID", "PAID", "CREDITED", "WRITTEN_OFF")) {
            lists.put(status, invoices(status, null, asOf));
        }
        lists.put("unallocated", payments(null, null, "true", asOf));
        lists.put("unidentified", payments(null, "true", null, asOf));
        lists.put("payments of an account", payments(story.id("C1"), null, null, asOf));
        lists.put("credit notes", creditNotes.handle(new FindCreditNotes.Filter(entity, null, "true", null), asOf, all)
                .items());
        return lists;
    }

    private List<?> invoices(@Nullable String status, @Nullable String overdue, AsOfRequest asOf) {
        return invoices
                .handle(new FindInvoices.Filter(story.entity().value(), null, status, null, overdue, null, null, null),
                        asOf,
                        new Paging("500", null))
                .items();
    }

    /** With so many days that something is new. */
    private static QueueFilter fresh(String entity) {
        return new QueueFilter(entity, null, null, null, null, null, "90");
    }

    private List<?> payments(@Nullable String account, @Nullable String unidentified, @Nullable String unallocated,
            AsOfRequest asOf) {
        return payments
                .handle(new FindPayments.Filter(story.entity().value(), account, unidentified, unallocated, null),
                        asOf, new Paging("500", null))
                .items();
    }
}

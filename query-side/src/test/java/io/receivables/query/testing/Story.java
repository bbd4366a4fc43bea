package io.receivables.query.testing;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.entity.LegalEntityRegistered;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.period.AccountingDate;
import io.receivables.query.ledger.StreamKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens in one legal entity, told fact by fact into the real store. Ids are written short, such as {@code I1}; the
 * entity's code is put before them, for ids are unique over all entities.
 */
public final class Story {

    private final EventStore store;
    private final JdbcClient jdbc;
    private final String code;
    private final Map<StreamKey, Long> sequences = new HashMap<>();
    private final Map<String, PaymentAllocated> allocations = new HashMap<>();
    private Listener listener = (position, fact) -> {};
    private long firstPosition;
    private @Nullable Instant recordedAt;
    private @Nullable LocalDate bookedOn;

    /** Hears each fact with its position in the store. */
    public interface Listener {

        void told(long position, ReceivablesEvent fact);
    }

    Story(EventStore store, JdbcClient jdbc, String code) {
        this.store = store;
        this.jdbc = jdbc;
        this.code = code;
    }

    /** What the clock of the node says that records the facts from now on; else it goes right. */
    public Story recordedAt(Instant instant) {
        recordedAt = instant;
        return this;
    }

    /** The accounting date of the facts from now on; null: their business dates. */
    public Story bookedOn(@Nullable LocalDate date) {
        bookedOn = date;
        return this;
    }

    public LegalEntityId entity() {
        return new LegalEntityId(code);
    }

    public String id(String shortId) {
        return code + "-" + shortId;
    }

    public AccountId accountId(String shortId) {
        return new AccountId(id(shortId));
    }

    void entityRegistered() {
        tell(new LegalEntityRegistered(entity(), "Entity " + code, "FR", ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"), null, LocalDate.of(2020, 1, 1)));
    }

    public Story account(String account) {
        return account(account, "EUR");
    }

    public Story account(String account, String currency) {
        return account(account, currency, account, ReceivableClass.TRADE);
    }

    public Story account(String account, String currency, String customer, ReceivableClass receivableClass) {
        jdbc.sql("insert into party.customer_account_party (account_id, name) values (?, ?)")
                .params(id(account), "Name of " + account)
                .update();
        return tell(new CustomerAccountOpened(accountId(account), entity(), new CustomerId(id(customer)),
                Currency.getInstance(currency), receivableClass, PaymentTerms.net(30), LocalDate.of(2020, 1, 1)));
    }

    /** Due in one instalment. */
    public Story invoice(String invoice, String account, String total, String issued, String due) {
        return invoice(invoice, account, issued, new Instalment(1, LocalDate.parse(due), eur(total)));
    }

    public Story invoice(String invoice, String account, String issued, Instalment... instalments) {
        var total = List.of(instalments).stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
        return tell(new InvoiceIssued(new InvoiceId(id(invoice)), accountId(account), entity(), "F-" + id(invoice),
                ReceivableClass.TRADE, LocalDate.parse(issued), null, total, List.of(), List.of(instalments), null));
    }

    /** @param account null while nobody knows who paid */
    public Story payment(String payment, @Nullable String account, String amount, String received) {
        return tell(new PaymentReceived(new PaymentId(id(payment)), account == null ? null : accountId(account),
                entity(), eur(amount), LocalDate.parse(received), null, PaymentMethod.BANK_TRANSFER, "ref " + payment));
    }

    public Story creditNote(String note, String account, String total, String issued) {
        return tell(new CreditNoteIssued(new CreditNoteId(id(note)), accountId(account), entity(), "A-" + id(note),
                LocalDate.parse(issued), eur(total), List.of(), "returned goods", List.of()));
    }

    /** To the first instalment, without discount. */
    public Story allocate(String allocation, String payment, String invoice, String account, String amount,
            String date) {
        return allocate(allocation, payment, invoice, account, date, new SettledPart(1, eur(amount), eur("0.00")));
    }

    public Story allocate(String allocation, String payment, String invoice, String account, String date,
            SettledPart... parts) {
        var made = new PaymentAllocated(new PaymentId(id(payment)), accountId(account), entity(),
                new AllocationId(id(allocation)), new InvoiceId(id(invoice)), List.of(parts), LocalDate.parse(date));
        allocations.put(allocation, made);
        return tell(made,
                new InvoiceSettledInPart(new InvoiceId(id(invoice)), made.accountId(), entity(), made.allocationId(),
                        CreditSource.of(made.paymentId()), made.parts(), made.effectiveDate()));
    }

    public Story reverseAllocation(String allocation, String date) {
        var made = Objects.requireNonNull(allocations.get(allocation));
        return tell(new PaymentAllocationReversed(made.paymentId(), made.accountId(), entity(), made.allocationId(),
                made.target(), made.parts(), "wrong invoice", LocalDate.parse(date)),
                new InvoiceSettlementReversed(Objects.requireNonNull(made.invoiceId()), made.accountId(), entity(),
                        made.allocationId(),
                        CreditSource.of(made.paymentId()), made.parts(), "wrong invoice", LocalDate.parse(date)));
    }

    public Story allocateCredit(String allocation, String note, String invoice, String account, String amount,
            String date) {
        var parts = List.of(new SettledPart(1, eur(amount), eur("0.00")));
        var made = new CreditNoteAllocated(new CreditNoteId(id(note)), accountId(account), entity(),
                new AllocationId(id(allocation)), new InvoiceId(id(invoice)), parts, LocalDate.parse(date));
        return tell(made,
                new InvoiceSettledInPart(new InvoiceId(id(invoice)), made.accountId(), entity(), made.allocationId(),
                        CreditSource.of(made.creditNoteId()), parts, made.effectiveDate()));
    }

    /** Appends the facts in one transaction, as one command would. */
    public Story tell(ReceivablesEvent... facts) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var fact : facts) {
            var stream = StreamKey.of(fact);
            long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            messages.add(new GenericDomainEventMessage<>(stream.type(), stream.type() + "/" + stream.id(), sequence,
                    new GenericMessage<>(fact, MetaData.with("who", "clerk-1")
                            .and("commandId", "command-" + stream.id() + "-" + sequence)
                            .mergedWith(bookedOn == null
                                    ? MetaData.emptyInstance()
                                    : MetaData.with(AccountingDate.KEY, bookedOn.toString()))),
                    recordedAt == null ? Instant.now() : recordedAt));
        }
        store.publish(messages);
        long last = stored();
        for (int i = 0; i < facts.length; i++) {
            listener.told(last - facts.length + 1 + i, facts[i]);
        }
        return this;
    }

    /** From now on; tests of one JVM run one after the other, so that positions follow each other. */
    public void onTold(Listener newListener) {
        listener = newListener;
        firstPosition = stored();
    }

    /** Where the story stood when the listener came. */
    public long firstPosition() {
        return firstPosition;
    }

    /** Waits until the books have read everything, and tells up to where. */
    public long position() {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> read() == stored());
        return read();
    }

    private long read() {
        return jdbc.sql("select coalesce(max(position), 0) from ledger.fact").query(Long.class).single();
    }

    /** How far the store has been written, whether or not the books have read it. */
    public long stored() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.event").query(Long.class).single();
    }

    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}

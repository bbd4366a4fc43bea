package io.receivables.bench.book;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.TaxMode;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.entity.LegalEntityRegistered;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes each fact of the book three times: as events, as what commands keep beside them, and by hand. */
final class BookWriter implements AutoCloseable {

    static final int NOBODY = -1;

    private static final LegalEntityId ENTITY = new LegalEntityId(Book.ENTITY);
    private static final Percentage TAX = Percentage.of("20.00");

    private final EventCopy events;
    private final CommandRows rows;
    private final HandWrittenTables hand;

    BookWriter(DataSource dataSource, Random random) throws SQLException {
        events = new EventCopy(dataSource, random);
        rows = new CommandRows(dataSource);
        hand = new HandWrittenTables(dataSource);
    }

    void command(Instant recorded, String who) {
        events.command(recorded, who);
    }

    long position() {
        return events.position();
    }

    AllocationId allocationId() {
        return new AllocationId(events.id());
    }

    void legalEntity(LocalDate date) throws SQLException {
        rows.legalEntity();
        events.append("LegalEntity", "entity/" + ENTITY, 0, new LegalEntityRegistered(ENTITY, "Bench SA", "FR",
                ZoneId.of(Book.TIME_ZONE), OpenInvoice.EURO, null, date));
    }

    void account(int no, LocalDate date) throws SQLException {
        var id = Book.account(no);
        rows.account(id, "Customer " + no, date);
        events.append("CustomerAccount", "account/" + id, 0,
                new CustomerAccountOpened(new AccountId(id), ENTITY, new CustomerId(Book.customer(no)),
                        OpenInvoice.EURO, ReceivableClass.TRADE, PaymentTerms.net(30), date));
    }

    void issued(OpenInvoice invoice, List<Instalment> instalments) throws SQLException {
        var id = Book.invoice(invoice.no);
        var total = instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
        var net = OpenInvoice.money(Math.round(total.minorUnits() / 1.2));
        var discount = invoice.discount == 0
                ? null
                : new EarlyPaymentDiscount(OpenInvoice.money(invoice.discount),
                        LocalDate.ofEpochDay(invoice.discountUntil), TaxMode.INCLUDED);
        rows.documentNumber("INVOICE", id);
        long position = events.append("Invoice", "invoice/" + id, invoice.nextSequence(),
                new InvoiceIssued(new InvoiceId(id), account(invoice.account), ENTITY, id, ReceivableClass.TRADE,
                        LocalDate.ofEpochDay(invoice.issued), null, total,
                        List.of(new InvoiceLine("Services of the month", net, TAX, total.minus(net))), instalments,
                        discount));
        for (var instalment : instalments) {
            hand.instalment(invoice, instalment.no(), instalment.dueDate(), instalment.amount().minorUnits(), position);
        }
    }

    void received(Payment payment, LocalDate date) throws SQLException {
        long position = events.append("Payment", payment.stream(), payment.nextSequence(),
                new PaymentReceived(payment.id(), accountOf(payment), ENTITY, OpenInvoice.money(payment.amount), date,
                        null, PaymentMethod.BANK_TRANSFER, "TRF " + payment.no));
        hand.payment(payment.no, payment.account, date, payment.amount, position);
    }

    void identified(Payment payment, int account, LocalDate date) throws SQLException {
        payment.account = account;
        long position = events.append("Payment", payment.stream(), payment.nextSequence(), new PaymentIdentified(
                payment.id(), account(account), ENTITY, OpenInvoice.money(payment.amount), date));
        hand.payment(payment.no, NOBODY, date, -payment.amount, position);
        hand.payment(payment.no, account, date, payment.amount, position);
    }

    void allocated(Payment payment, Allocation allocation, LocalDate date) throws SQLException {
        var invoice = allocation.invoice();
        long position = events.append("Payment", payment.stream(), payment.nextSequence(), new PaymentAllocated(
                payment.id(), account(invoice.account), ENTITY, allocation.id(), id(invoice), allocation.parts(),
                date));
        settled(allocation, CreditSource.of(payment.id()), date);
        hand.allocation(invoice, allocation.parts(), date, position, 1);
    }

    void unallocated(Payment payment, Allocation allocation, LocalDate date) throws SQLException {
        var invoice = allocation.invoice();
        var reason = "allocated to the wrong invoice";
        long position = events.append("Payment", payment.stream(), payment.nextSequence(),
                new PaymentAllocationReversed(payment.id(), account(invoice.account), ENTITY, allocation.id(),
                        id(invoice), allocation.parts(), reason, date));
        events.append("Invoice", stream(invoice), invoice.nextSequence(), new InvoiceSettlementReversed(id(invoice),
                account(invoice.account), ENTITY, allocation.id(), CreditSource.of(payment.id()), allocation.parts(),
                reason, date));
        hand.allocation(invoice, allocation.parts(), date, position, -1);
    }

    void returned(Payment payment, LocalDate date) throws SQLException {
        long position = events.append("Payment", payment.stream(), payment.nextSequence(), new PaymentReversed(
                payment.id(), accountOf(payment), ENTITY, OpenInvoice.money(payment.amount), "returned by the bank",
                date));
        hand.payment(payment.no, payment.account, date, -payment.amount, position);
    }

    void credited(int no, OpenInvoice invoice, long amount, @Nullable Allocation allocation, LocalDate date)
            throws SQLException {
        var id = Book.creditNote(no);
        var total = OpenInvoice.money(amount);
        rows.documentNumber("CREDIT_NOTE", id);
        var stream = "credit-note/" + id;
        long position = events.append("CreditNote", stream, 0, new CreditNoteIssued(new CreditNoteId(id),
                account(invoice.account), ENTITY, id, date, total, List.of(), "goods returned",
                List.of(id(invoice))));
        hand.creditNote(no, invoice.account, date, amount, position);
        if (allocation != null) {
            long allocated = events.append("CreditNote", stream, 1, new CreditNoteAllocated(new CreditNoteId(id),
                    account(invoice.account), ENTITY, allocation.id(), id(invoice), allocation.parts(), date));
            settled(allocation, CreditSource.of(new CreditNoteId(id)), date);
            hand.allocation(invoice, allocation.parts(), date, allocated, 1);
        }
    }

    void writtenOff(OpenInvoice invoice, WriteOffId id, List<InstalmentAmount> parts, LocalDate date)
            throws SQLException {
        rows.writeOff(id.value(), Book.invoice(invoice.no));
        long position = events.append("Invoice", stream(invoice), invoice.nextSequence(), new InvoiceWrittenOff(
                id(invoice), account(invoice.account), ENTITY, id, parts, "insolvent", false, List.of(), "bench", null,
                OpenInvoice.money(50_000_000), 1, date));
        hand.writeOff(invoice, parts, date, position, 1);
    }

    void writtenOn(OpenInvoice invoice, WriteOffId id, List<InstalmentAmount> parts, LocalDate date)
            throws SQLException {
        long position = events.append("Invoice", stream(invoice), invoice.nextSequence(), new WriteOffReversed(
                id(invoice), account(invoice.account), ENTITY, id, parts, "the customer pays after all", date));
        hand.writeOff(invoice, parts, date, position, -1);
    }

    private void settled(Allocation allocation, CreditSource source, LocalDate date) throws SQLException {
        var invoice = allocation.invoice();
        events.append("Invoice", stream(invoice), invoice.nextSequence(), new InvoiceSettledInPart(id(invoice),
                account(invoice.account), ENTITY, allocation.id(), source, allocation.parts(), date));
    }

    private static AccountId account(int no) {
        return new AccountId(Book.account(no));
    }

    private static @Nullable AccountId accountOf(Payment payment) {
        return payment.account == NOBODY ? null : account(payment.account);
    }

    private static InvoiceId id(OpenInvoice invoice) {
        return new InvoiceId(Book.invoice(invoice.no));
    }

    private static String stream(OpenInvoice invoice) {
        return "invoice/" + Book.invoice(invoice.no);
    }

    void end(int accounts) throws SQLException {
        rows.end();
        events.end();
        hand.end(accounts);
    }

    @Override
    public void close() throws SQLException {
        events.close();
        rows.close();
        hand.close();
    }

    /** What an allocation settles of an invoice. */
    record Allocation(AllocationId id, OpenInvoice invoice, List<SettledPart> parts) {}

    /** A payment while something may still happen to it. */
    static final class Payment {

        final int no;
        final long amount;
        final List<Allocation> allocations = new ArrayList<>();
        int account;
        private long sequence;

        Payment(int no, int account, long amount) {
            this.no = no;
            this.account = account;
            this.amount = amount;
        }

        PaymentId id() {
            return new PaymentId(Book.payment(no));
        }

        String stream() {
            return "payment/" + id();
        }

        long nextSequence() {
            return sequence++;
        }
    }
}

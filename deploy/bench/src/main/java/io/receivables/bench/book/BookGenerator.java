package io.receivables.bench.book;

import io.receivables.bench.book.Book.Shape;
import io.receivables.bench.book.BookWriter.Allocation;
import io.receivables.bench.book.BookWriter.Payment;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.WriteOffId;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Lives through the months of a book, day by day, and records what happens in the order in which it would have been
 * recorded. Every fact is one that the commands would have accepted.
 */
public final class BookGenerator {

    private static final LocalTime OFFICE_OPENS = LocalTime.of(7, 0);
    private static final int MOST_ALLOCATIONS = 20;

    private final Shape shape;
    private final Habits habits;
    private final BookWriter book;
    private final int firstDay;
    private final int lastDay;
    /** What will be done on each day from the first one on. */
    private final List<List<Task>> agenda = new ArrayList<>();
    private int invoices;
    private int payments;
    private int creditNotes;
    private int day;
    private Instant now = Instant.EPOCH;

    private BookGenerator(Shape shape, LocalDate last, BookWriter book, Random random) {
        this.shape = shape;
        this.habits = new Habits(random, shape.accounts());
        this.book = book;
        this.lastDay = (int) last.toEpochDay();
        this.firstDay = (int) last.minusMonths(shape.months()).plusDays(1).toEpochDay();
        for (int i = firstDay; i <= lastDay; i++) {
            agenda.add(new ArrayList<>());
        }
    }

    /** Fills an empty database whose tables exist. Nothing may be appended meanwhile. */
    public static Book generate(DataSource dataSource, Shape shape, LocalDate last) throws SQLException {
        var random = new Random(shape.seed());
        try (var writer = new BookWriter(dataSource, random)) {
            var generator = new BookGenerator(shape, last, writer, random);
            generator.live();
            writer.end(shape.accounts());
            Sequence.startAfter(dataSource, writer.position());
            return new Book(shape, LocalDate.ofEpochDay(generator.firstDay), last, writer.position());
        }
    }

    private void live() throws SQLException {
        day = firstDay;
        morning();
        book.command(now, "controller");
        book.legalEntity(today());
        for (int no = 0; no < shape.accounts(); no++) {
            tick("clerk");
            book.account(no, today());
        }
        var share = new Shares(firstDay, lastDay, shape.invoices());
        for (; day <= lastDay; day++) {
            morning();
            while (invoices < share.upTo(day)) {
                issue();
            }
            work(agenda.set(day - firstDay, List.of()));
        }
    }

    private void work(List<Task> tasks) throws SQLException {
        var byPayer = new LinkedHashMap<Integer, List<Part>>();
        for (var task : tasks) {
            switch (task) {
                case Part part -> byPayer.computeIfAbsent(part.invoice().account, _ -> new ArrayList<>()).add(part);
                case CreditNote credit -> credit(credit.invoice());
                case WriteOff writeOff -> writeOff(writeOff.invoice());
                case WriteOn on -> writeOn(on);
                case Identify identify -> identify(identify);
                case Unallocate unallocate -> unallocate(unallocate.payment());
                case Bounce bounce -> bounce(bounce.payment());
            }
        }
        for (Map.Entry<Integer, List<Part>> payer : byPayer.entrySet()) {
            var parts = payer.getValue();
            for (int i = 0; i < parts.size(); i += MOST_ALLOCATIONS) {
                pay(payer.getKey(), parts.subList(i, Math.min(parts.size(), i + MOST_ALLOCATIONS)));
            }
        }
    }

    private void issue() throws SQLException {
        int account = habits.account();
        int issued = habits.happens(0.015) ? Math.max(firstDay, day - habits.between(1, 25)) : day;
        long total = habits.amount();
        int due = issued + 30;
        long discount = habits.happens(0.05) ? Math.max(1, total / 50) : 0;
        var amounts = habits.happens(0.03)
                ? new long[]{total - 2 * (total / 3), total / 3, total / 3}
                : new long[]{total};
        var invoice = new OpenInvoice(invoices++, account, issued, due, amounts, amounts.length == 1 ? discount : 0,
                issued + 10);
        var instalments = new ArrayList<Instalment>();
        for (int i = 0; i < amounts.length; i++) {
            instalments.add(new Instalment(i + 1, LocalDate.ofEpochDay(due + 30L * i), OpenInvoice.money(amounts[i])));
        }
        tick("integration");
        book.issued(invoice, instalments);
        decideFate(invoice);
    }

    private void decideFate(OpenInvoice invoice) {
        if (habits.happens(0.03)) {
            later(day + habits.between(5, 40), new CreditNote(invoice));
        }
        if (habits.happens(0.16)) { // never pays
            if (habits.happens(0.2)) {
                later(invoice.due + habits.between(180, 400), new WriteOff(invoice));
            }
            return;
        }
        int first = invoice.discount > 0
                ? invoice.issued + habits.between(3, 9)
                : habits.nextRun(invoice.due + habits.lateness(invoice.account), invoice.account);
        int parts = habits.happens(0.62) ? 1 : habits.between(2, 3);
        for (int i = 0; i < parts; i++) {
            later(Math.max(day + 1, first) + 20 * i, new Part(invoice, parts - i));
        }
    }

    private void pay(int account, List<Part> parts) throws SQLException {
        int received = Math.max(firstDay, day - habits.delay(2));
        boolean nobody = habits.happens(0.005);
        var shares = new ArrayList<Share>();
        long sum = 0;
        for (var part : parts) {
            var share = share(part, received);
            if (share.cash() > 0) {
                shares.add(share);
                sum += share.cash();
            }
        }
        if (sum == 0) {
            return; // credited or written off meanwhile
        }
        long over = habits.happens(0.01) ? habits.between(100, 50_000) : 0;
        var payment = new Payment(payments++, nobody ? BookWriter.NOBODY : account, sum + over);
        tick("cash-applier");
        book.received(payment, LocalDate.ofEpochDay(received));
        if (nobody) {
            later(day + habits.between(3, 20), new Identify(payment, account, shares));
            return;
        }
        allocate(payment, shares, received);
        if (habits.happens(0.007)) {
            later(day + habits.between(2, 5), new Bounce(payment));
        } else if (habits.happens(0.003)) {
            later(day + habits.between(3, 30), new Unallocate(payment));
        }
    }

    private Share share(Part part, int received) {
        var invoice = part.invoice();
        long open = invoice.open();
        boolean early = invoice.discount > 0 && part.left() == 1 && received >= invoice.notBefore()
                && received <= invoice.discountUntil && open > 2 * invoice.discount;
        long discount = early ? invoice.discount : 0;
        return new Share(invoice, part.left() == 1 ? open - discount : open / part.left(), discount);
    }

    private void allocate(Payment payment, List<Share> shares, int from) throws SQLException {
        for (var share : shares) {
            var invoice = share.invoice();
            long cash = Math.min(share.cash(), invoice.open());
            var parts = invoice.settle(cash, share.cash() == cash ? share.discount() : 0);
            if (!parts.isEmpty()) {
                var allocation = new Allocation(book.allocationId(), invoice, parts);
                book.allocated(payment, allocation, LocalDate.ofEpochDay(Math.max(from, invoice.notBefore())));
                payment.allocations.add(allocation);
            }
        }
    }

    private void identify(Identify identify) throws SQLException {
        tick("cash-applier");
        book.identified(identify.payment(), identify.account(), today());
        tick("cash-applier");
        allocate(identify.payment(), identify.shares(), day);
    }

    private void bounce(Payment payment) throws SQLException {
        tick("cash-applier");
        for (var allocation : payment.allocations) {
            book.unallocated(payment, allocation, today());
            allocation.invoice().reopen(allocation.parts(), day);
            later(habits.nextRun(day + 10, payment.account), new Part(allocation.invoice(), 1));
        }
        book.returned(payment, today());
    }

    private void unallocate(Payment payment) throws SQLException {
        if (!payment.allocations.isEmpty()) {
            var allocation = payment.allocations.getFirst();
            tick("cash-applier");
            book.unallocated(payment, allocation, today());
            allocation.invoice().reopen(allocation.parts(), day);
        }
    }

    private void credit(OpenInvoice invoice) throws SQLException {
        long open = invoice.open();
        if (open > 0) {
            long amount = Math.max(1, open * habits.between(30, 100) / 100);
            var allocation = habits.happens(0.9)
                    ? new Allocation(book.allocationId(), invoice, invoice.settle(amount, 0))
                    : null;
            tick("clerk");
            book.credited(creditNotes++, invoice, amount, allocation, today());
        }
    }

    private void writeOff(OpenInvoice invoice) throws SQLException {
        var parts = invoice.clear();
        if (!parts.isEmpty()) {
            var id = new WriteOffId(book.allocationId().value());
            tick("credit-manager");
            book.writtenOff(invoice, id, parts, today());
            if (habits.happens(0.03)) {
                later(day + 30, new WriteOn(invoice, id, parts));
            }
        }
    }

    private void writeOn(WriteOn on) throws SQLException {
        tick("controller");
        book.writtenOn(on.invoice(), on.id(), on.parts(), today());
        on.invoice().restore(on.parts(), day);
    }

    private void later(int when, Task task) {
        int index = Math.max(when, day + 1) - firstDay;
        if (index < agenda.size()) {
            agenda.get(index).add(task);
        }
    }

    private LocalDate today() {
        return LocalDate.ofEpochDay(day);
    }

    private void morning() {
        now = today().atTime(OFFICE_OPENS).toInstant(ZoneOffset.UTC);
    }

    /** The next command of the day. */
    private void tick(String who) {
        now = now.plusNanos(1_000_000);
        book.command(now, who);
    }

    private sealed interface Task {}

    /** A payment of one {@code left}-th of what is open. */
    private record Part(OpenInvoice invoice, int left) implements Task {}

    private record CreditNote(OpenInvoice invoice) implements Task {}

    private record WriteOff(OpenInvoice invoice) implements Task {}

    private record WriteOn(OpenInvoice invoice, WriteOffId id, List<InstalmentAmount> parts) implements Task {}

    private record Identify(Payment payment, int account, List<Share> shares) implements Task {}

    private record Unallocate(Payment payment) implements Task {}

    private record Bounce(Payment payment) implements Task {}

    /** What a payment gives to an invoice. */
    private record Share(OpenInvoice invoice, long cash, long discount) {}

    /** How many invoices there are by the end of each day: few at weekends, many at the end of a month. */
    private static final class Shares {

        private final int firstDay;
        private final long[] upTo;

        Shares(int firstDay, int lastDay, int invoices) {
            this.firstDay = firstDay;
            var weights = new double[lastDay - firstDay + 1];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weight(LocalDate.ofEpochDay(firstDay + (long) i));
                weights[i] = sum;
            }
            upTo = new long[weights.length];
            for (int i = 0; i < weights.length; i++) {
                upTo[i] = Math.round(invoices * weights[i] / sum);
            }
        }

        long upTo(int day) {
            return upTo[day - firstDay];
        }

        private static double weight(LocalDate date) {
            if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return 0.1;
            }
            return date.getDayOfMonth() > 27 ? 3 : 1;
        }
    }
}

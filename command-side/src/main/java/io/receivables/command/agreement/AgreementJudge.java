package io.receivables.command.agreement;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.OpenPrincipal;
import io.receivables.command.lane.ReadStreams;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.PlanStanding;
import io.receivables.platform.agreement.PromiseStanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges the promises and plans of an account by what is known and the day that it is. Twice is once: nothing is recorded
 * unless something is otherwise than it was recorded.
 */
@Component
public class AgreementJudge {

    private final AgreementRows rows;
    private final AccountCash cash;
    private final Streams<Invoice> invoices;
    private final Streams<Payment> payments;
    private final Streams<CreditNote> creditNotes;
    private final ReadStreams reads;

    AgreementJudge(AgreementRows rows, AccountCash cash, Streams<Invoice> invoices, Streams<Payment> payments,
            Streams<CreditNote> creditNotes, ReadStreams reads) {
        this.rows = rows;
        this.cash = cash;
        this.invoices = invoices;
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.reads = reads;
    }

    /** The accounts of a legal entity of which something may have become something else, in the order of their ids. */
    public List<AccountId> toJudge(LegalEntityId entity, LocalDate today, @Nullable AccountId after, int limit) {
        return rows.toJudge(entity, today, after, limit);
    }

    /** Returns the facts that were recorded. */
    public List<CustomerAccountEvent> judge(Loaded<CustomerAccount> account, LocalDate today) {
        var opened = account.ask(CustomerAccount::opened);
        // Before the money is read: what comes meanwhile is looked at again.
        long touches = rows.touches(opened.accountId());
        var standing = account.ask(CustomerAccount::agreements);
        var facts = new ArrayList<CustomerAccountEvent>();
        var next = new ArrayList<@Nullable LocalDate>();
        next.add(judgePromises(standing, today, facts));
        for (var plan : standing.plans()) {
            next.add(judgePlan(plan, today, facts));
        }
        reads.requireCurrent(standing.plans()
                .stream()
                .flatMap(plan -> plan.proposed().items().stream())
                .map(item -> StreamType.INVOICE.streamId(item.invoiceId()))
                .toList());
        account.decide(it -> it.judged(facts));
        rows.put(opened.accountId(), new AgreementRow(opened.legalEntity(), account.ask(CustomerAccount::agreements),
                next.stream().filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null), touches));
        return List.copyOf(facts);
    }

    /**
     * What a standing has become by a day, as a judgement would record it; nothing is recorded. Who asks for money or grants
     * credit must not hang on when a node looked last.
     */
    AgreementStanding judged(AgreementStanding standing, LocalDate day) {
        var facts = new ArrayList<CustomerAccountEvent>();
        judgePromises(standing, day, facts);
        standing.plans().forEach(plan -> judgePlan(plan, day, facts));
        var judged = standing;
        for (var fact : facts) {
            judged = judged.after(fact);
        }
        return judged;
    }

    private @Nullable LocalDate judgePromises(AgreementStanding standing, LocalDate today,
            List<CustomerAccountEvent> facts) {
        var promises = standing.promises();
        if (promises.isEmpty()) {
            return null;
        }
        var made = promises.stream().map(PromiseStanding::made).toList();
        var first = made.stream().map(PromiseMade::effectiveDate).min(Comparator.naturalOrder()).orElseThrow();
        var last = made.stream().map(PromiseMade::lastDay).max(Comparator.naturalOrder()).orElseThrow();
        var changes = cash.between(made.getFirst().accountId(), first, last);
        facts.addAll(new PromiseJudgements(promises, changes).upTo(today));
        var passing = promises.stream()
                .filter(it -> !it.isWithdrawnAt(today))
                .map(it -> it.made().lastDay().plusDays(1));
        return Stream.concat(passing, changes.stream().map(CashChange::from))
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate judgePlan(PlanStanding plan, LocalDate today, List<CustomerAccountEvent> facts) {
        var accepted = plan.accepted();
        if (accepted == null || plan.statusAt(LocalDate.MAX).isOver()) {
            return null;
        }
        var judgements = new PlanJudgements(plan, accepted.rules(), accepted.effectiveDate(), principals(plan),
                (item, day) -> invoices.find(item.invoiceId())
                        .orElseThrow()
                        .ask(it -> it.writtenOff(item.instalment(), plan.proposed().effectiveDate(), day)));
        facts.addAll(judgements.upTo(today));
        return judgements.nextDay(today);
    }

    private Map<PlanItem, OpenPrincipal> principals(PlanStanding plan) {
        var byInvoice = new HashMap<InvoiceId, List<OpenPrincipal>>();
        var principals = new LinkedHashMap<PlanItem, OpenPrincipal>();
        for (var item : plan.proposed().items()) {
            byInvoice.computeIfAbsent(item.invoiceId(), this::principals)
                    .stream()
                    .filter(it -> it.instalment().no() == item.instalment())
                    .forEach(it -> principals.put(item, it));
        }
        return principals;
    }

    private List<OpenPrincipal> principals(InvoiceId id) {
        var invoice = invoices.find(id).orElseThrow();
        var came = new HashMap<CreditSource, LocalDate>();
        invoice.ask(Invoice::moneySources).forEach(source -> came.put(source, cameOn(source)));
        return invoice.ask(it -> it.principals(source -> Objects.requireNonNull(came.get(source))));
    }

    private LocalDate cameOn(CreditSource source) {
        return switch (source.kind()) {
            case PAYMENT -> payments.find(source.id()).orElseThrow().ask(Payment::moneyDate);
            case CREDIT_NOTE -> creditNotes.find(source.id()).orElseThrow().ask(CreditNote::moneyDate);
        };
    }
}

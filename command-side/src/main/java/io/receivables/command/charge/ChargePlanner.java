package io.receivables.command.charge;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.DebtorClasses;
import io.receivables.command.charge.ChargePlan.Reason;
import io.receivables.command.collection.Insolvencies;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.edge.Ids;
import io.receivables.command.invoice.ClaimedCharge;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.OpenPrincipal;
import io.receivables.command.payment.Payment;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.rate.ReferenceRates;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.charge.ChargeCalculation;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.events.policy.LateChargeRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what an invoice owes for being late, by the credit policy and all that is known of it. */
@Component
public class ChargePlanner {

    private final Streams<LateCharge> charges;
    private final Streams<Payment> payments;
    private final Streams<CreditNote> creditNotes;
    private final CreditPolicies policies;
    private final ReferenceRates rates;
    private final Accounts accounts;
    private final DebtorClasses classes;
    private final Insolvencies insolvencies;

    ChargePlanner(Streams<LateCharge> charges, Streams<Payment> payments, Streams<CreditNote> creditNotes,
            CreditPolicies policies, ReferenceRates rates, Accounts accounts, DebtorClasses classes,
            Insolvencies insolvencies) {
        this.charges = charges;
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.policies = policies;
        this.rates = rates;
        this.accounts = accounts;
        this.classes = classes;
        this.insolvencies = insolvencies;
    }

    /**
     * @param policy by which new claims are judged; earlier ones stay under theirs
     * @throws io.receivables.platform.problem.Refusal REFERENCE_RATE_MISSING
     */
    public ChargePlan plan(Loaded<Invoice> invoice, LocalDate asAt, PolicyInForce policy, Set<ChargeKind> kinds) {
        var plan = new ChargePlan();
        var came = came(invoice);
        var issued = invoice.ask(it -> it.issuedAsAt(asAt));
        var debtorClass = debtorClass(issued);
        var rules = claimable(issued, rules(policy, debtorClass), asAt, plan);
        var lateness = Lateness.of(principals(invoice, came, asAt, asAt, rules), asAt);
        var task = new Task(invoice, issued, came, lateness, asAt, policy, debtorClass, rules, plan);
        if (kinds.contains(ChargeKind.INTEREST)) {
            new InterestClaims(this, task).plan();
        }
        if (!lateness.isLate()) {
            whyNothingIsLate(task);
        }
        if (kinds.contains(ChargeKind.FIXED_INDEMNITY)) {
            indemnity(task);
        }
        if (kinds.contains(ChargeKind.FEE)) {
            new FeeClaims(this, task).plan();
        }
        return plan;
    }

    /** Says why nothing is claimed of what is late in the books all the same. */
    private static void whyNothingIsLate(Task task) {
        var id = task.issued().invoiceId();
        var rules = task.rules();
        if (rules != null && rules.excludesDisputed()
                && Lateness.of(task.invoice().ask(it -> it.chargeable(task.came(), task.asAt())), task.asAt())
                        .isLate()) {
            // What was granted is settled with it: nothing is waited for.
            if (task.invoice().ask(it -> it.isDisputedAt(task.asAt()))) {
                task.plan()
                        .skip(ChargeKind.INTEREST, Reason.DISPUTED, "what was late of invoice " + id + " is disputed");
            }
        } else if (Lateness.of(task.invoice().ask(it -> it.principals(task.came())), task.asAt()).isLate()) {
            task.plan()
                    .skip(ChargeKind.INTEREST, Reason.FACTORED, "a factor has bought what was late of invoice " + id);
        }
    }

    /**
     * What bears charges.
     *
     * @param date of what was ours at this date
     * @param asAt what had become of each dispute by this date counts
     * @param rules that say whether what is disputed is in it; null: it is
     */
    private static List<OpenPrincipal> principals(Loaded<Invoice> invoice, Function<CreditSource, LocalDate> came,
            LocalDate date, LocalDate asAt, @Nullable LateChargeRules rules) {
        return rules != null && rules.excludesDisputed()
                ? invoice.ask(it -> it.undisputed(came, date, asAt))
                : invoice.ask(it -> it.chargeable(came, date));
    }

    /**
     * Nothing new is claimed by rule while a procedure is open over the customer that was opened after the claim arose: the
     * indemnity is excluded (C. com. L441-10 II), interest stops at the judgment (L622-28), and what was owed until then is
     * declared. What arose later is paid when it falls due (L622-17).
     */
    private @Nullable LateChargeRules claimable(InvoiceIssued issued, @Nullable LateChargeRules rules, LocalDate asAt,
            ChargePlan plan) {
        if (rules == null || !insolvencies.stop(issued, asAt)) {
            return rules;
        }
        plan.skip(ChargeKind.INTEREST, Reason.INSOLVENCY,
                "an insolvency procedure is open over the customer of account "
                        + issued.accountId() + " at " + asAt
                        + ": what is owed until the judgment is declared with an amount");
        return null;
    }

    /** By whose rules the account's lateness is charged now. */
    public DebtorClass debtorClass(InvoiceIssued issued) {
        return classes.of(accounts.require(issued.accountId()));
    }

    static @Nullable LateChargeRules rules(PolicyInForce policy, DebtorClass debtorClass) {
        var rules = policy.rules().lateCharges();
        return rules == null ? null : rules.of(debtorClass);
    }

    /**
     * One invoice at one date.
     *
     * @param came the day from which the money of a document counts
     * @param rules for the class of the debtor; null where it owes nothing for being late
     */
    record Task(Loaded<Invoice> invoice, InvoiceIssued issued, Function<CreditSource, LocalDate> came,
            Lateness lateness, LocalDate asAt, PolicyInForce policy, DebtorClass debtorClass,
            @Nullable LateChargeRules rules, ChargePlan plan) {

        /** Of what was ours at a date, by the rules of a claim. */
        List<OpenPrincipal> principals(LocalDate date, LateChargeRules by) {
            return ChargePlanner.principals(invoice, came, date, asAt, by);
        }

        /**
         * Whether a claim rests on nothing by what is known now: of what was ours on its day nothing was late, or all of it
         * was disputed and may still turn out not to be owed.
         */
        boolean restsOnNothing(ChargeCalculation calculation, LateChargeRules by) {
            var principals = principals(calculation.until(), by);
            return !lateness.isLate() && !Lateness.of(principals, asAt).isLate()
                    || Lateness.isDisputed(principals, calculation.until());
        }

        /** Refuses by a skip what waits for what becomes of a dispute. */
        boolean waitsForDispute(ChargeKind kind, LateChargeRules by) {
            boolean disputed = by.excludesDisputed() && Lateness.isDisputed(principals(asAt, by), asAt);
            if (disputed) {
                plan.skip(kind, Reason.DISPUTED, "all that is open past due of invoice " + issued.invoiceId() + " at "
                        + asAt + " is disputed");
            }
            return disputed;
        }

        /** As a fact says it: left out for a business. */
        @Nullable
        DebtorClass otherClass() {
            return debtorClass == DebtorClass.BUSINESS ? null : debtorClass;
        }

        LateChargeClaimed claim(ChargeKind kind, Money amount, @Nullable Integer policyVersion,
                ChargeCalculation calculation, @Nullable ChargeId replaces) {
            return new LateChargeClaimed(new ChargeId(Ids.next()), issued.accountId(), issued.legalEntity(),
                    issued.invoiceId(), issued.receivableClass(), kind, amount, policyVersion, calculation, replaces,
                    asAt);
        }

        /** Refuses by a skip what the policy does not let be claimed. */
        boolean isClaimable(ChargeKind kind, LateChargeRules rules, @Nullable Money amount) {
            int grace = rules.graceDays() == null ? 0 : rules.graceDays();
            if (lateness.days() <= grace) {
                plan.skip(kind, Reason.WITHIN_GRACE,
                        lateness.days() + " days past due are within the " + grace + " days of grace");
                return false;
            }
            if (amount != null && !amount.currency().equals(issued.total().currency())) {
                plan.skip(kind, Reason.OTHER_CURRENCY, "the policy gives " + amount + ", the invoice is in "
                        + issued.total().currency().getCurrencyCode());
                return false;
            }
            return true;
        }

        /** The law of late payment is for commercial transactions: not for loans, shareholders or employees. */
        boolean isTrade(ChargeKind kind) {
            boolean trade = issued.receivableClass() == ReceivableClass.TRADE;
            if (!trade) {
                plan.skip(kind, Reason.NOT_TRADE, "the invoice is of the class " + issued.receivableClass());
            }
            return trade;
        }
    }

    /**
     * Once for the invoice, not for each instalment or reminder; one that was given up is not claimed again. One that rests
     * on nothing by what is known now falls.
     */
    private void indemnity(Task task) {
        var kind = ChargeKind.FIXED_INDEMNITY;
        boolean stands = false;
        for (var charge : task.invoice().ask(it -> it.charges(kind))) {
            stands |= !falls(task, charge);
        }
        var rules = task.rules();
        if (stands || rules == null || !task.lateness().isLate()) {
            return;
        }
        var indemnity = rules.fixedIndemnity();
        if (indemnity != null && indemnity.isPositive() && task.isTrade(kind) && !task.waitsForDispute(kind, rules)
                && task.isClaimable(kind, rules, indemnity)) {
            task.plan()
                    .claim(task.claim(kind, indemnity, task.policy().version(), new ChargeCalculation(kind.name(),
                            null, task.asAt(), task.lateness().days(), List.of(), null, rules.source(),
                            task.otherClass()), null));
        }
    }

    private boolean falls(Task task, ClaimedCharge charge) {
        // As it did when it was claimed; to be sure of it costs no look at the charge.
        if (task.lateness().isLate() && !task.invoice().ask(Invoice::wasEverDisputed)) {
            return false;
        }
        var claim = claimed(charge.chargeId());
        var calculation = claim.calculation();
        if (charge.givenUp() || calculation == null || claim.effectiveDate().isAfter(task.asAt())
                || !task.restsOnNothing(calculation, rulesOf(task, claim, calculation))) {
            return false;
        }
        if (isUntouched(claim.chargeId(), task.asAt())) {
            task.plan().reverse(claim.chargeId(), claim.amount(), Money.zero(claim.amount().currency()));
            return true;
        }
        task.plan()
                .skip(claim.kind(), Reason.CHARGE_SETTLED, "late charge " + claim.chargeId() + " over "
                        + claim.amount() + " is not owed by what is known now, and money stands against it");
        return false;
    }

    /** The rules by which a claim was made. */
    LateChargeRules rulesOf(Task task, LateChargeClaimed claim, ChargeCalculation calculation) {
        var version = Objects.requireNonNull(claim.policyVersion());
        return Objects.requireNonNull(
                rules(policies.version(task.issued().legalEntity(), version).orElseThrow(),
                        calculation.debtorClassOrDefault()));
    }

    LateChargeClaimed claimed(ChargeId id) {
        return charges.find(id).orElseThrow().ask(LateCharge::claimed);
    }

    boolean isUntouched(ChargeId id, LocalDate date) {
        return charges.find(id).orElseThrow().ask(it -> it.isUntouchedFrom(date));
    }

    ReferenceRates rates() {
        return rates;
    }

    private Function<CreditSource, LocalDate> came(Loaded<Invoice> invoice) {
        var came = new HashMap<CreditSource, LocalDate>();
        invoice.ask(Invoice::moneySources).forEach(source -> came.put(source, cameOn(source)));
        return source -> Objects.requireNonNull(came.get(source));
    }

    /** Late or not is told by the day the money came, not by the day it was allocated. */
    private LocalDate cameOn(CreditSource source) {
        return switch (source.kind()) {
            case PAYMENT -> payments.find(source.id()).orElseThrow().ask(Payment::moneyDate);
            case CREDIT_NOTE -> creditNotes.find(source.id()).orElseThrow().ask(CreditNote::moneyDate);
        };
    }
}

package io.receivables.command.charge;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.DebtorClasses;
import io.receivables.command.charge.ChargePlan.Reason;
import io.receivables.command.collection.Insolvencies;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.edge.Ids;
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
        var lateness = Lateness.of(invoice.ask(it -> it.chargeable(came, asAt)), asAt);
        var issued = invoice.ask(it -> it.issuedAsAt(asAt));
        var debtorClass = debtorClass(issued);
        var rules = claimable(issued, rules(policy, debtorClass), asAt, plan);
        var task = new Task(invoice, issued, came, lateness, asAt, policy, debtorClass, rules, plan);
        if (kinds.contains(ChargeKind.INTEREST)) {
            new InterestClaims(this, task).plan();
        }
        if (!lateness.isLate()) {
            if (Lateness.of(invoice.ask(it -> it.principals(came)), asAt).isLate()) {
                plan.skip(ChargeKind.INTEREST, Reason.FACTORED,
                        "a factor has bought what was late of invoice " + issued.invoiceId());
            }
            neverLate(task, kinds);
            return plan;
        }
        if (kinds.contains(ChargeKind.FIXED_INDEMNITY) && rules != null && rules.fixedIndemnity() != null) {
            indemnity(task, rules, rules.fixedIndemnity());
        }
        if (kinds.contains(ChargeKind.FEE)) {
            new FeeClaims(this, task).plan();
        }
        return plan;
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

        /** Of what was ours at a date. */
        List<OpenPrincipal> principals(LocalDate date) {
            return invoice.ask(it -> it.chargeable(came, date));
        }

        /** Whether a claim rests on nothing by what is known now: of what was ours on its day nothing was late. */
        boolean wasNeverLate(ChargeCalculation calculation) {
            return !Lateness.of(principals(calculation.until()), asAt).isLate();
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

    /** What was claimed by a rule for lateness falls when, by what is known now, nothing was late. */
    private void neverLate(Task task, Set<ChargeKind> kinds) {
        for (var kind : List.of(ChargeKind.FIXED_INDEMNITY, ChargeKind.FEE)) {
            if (kinds.contains(kind)) {
                task.invoice()
                        .ask(it -> it.charges(kind))
                        .stream()
                        .filter(charge -> !charge.givenUp())
                        .map(charge -> claimed(charge.chargeId()))
                        .filter(charge -> charge.calculation() != null && task.wasNeverLate(charge.calculation())
                                && !charge.effectiveDate().isAfter(task.asAt()))
                        .forEach(charge -> fall(task, charge));
            }
        }
    }

    private void fall(Task task, LateChargeClaimed charge) {
        if (isUntouched(charge.chargeId(), task.asAt())) {
            task.plan().reverse(charge.chargeId(), charge.amount(), Money.zero(charge.amount().currency()));
        } else {
            task.plan()
                    .skip(charge.kind(), Reason.CHARGE_SETTLED, "late charge " + charge.chargeId() + " over "
                            + charge.amount() + " is not owed by what is known now, and money stands against it");
        }
    }

    /** Once for the invoice, not for each instalment or reminder; one that was given up is not claimed again. */
    private static void indemnity(Task task, LateChargeRules rules, Money indemnity) {
        var kind = ChargeKind.FIXED_INDEMNITY;
        if (task.invoice().ask(it -> it.charges(kind)).isEmpty() && indemnity.isPositive() && task.isTrade(kind)
                && task.isClaimable(kind, rules, indemnity)) {
            task.plan()
                    .claim(task.claim(kind, indemnity, task.policy().version(), new ChargeCalculation(kind.name(),
                            null, task.asAt(), task.lateness().days(), List.of(), null, rules.source(),
                            task.otherClass()), null));
        }
    }

    LateChargeClaimed claimed(ChargeId id) {
        return charges.find(id).orElseThrow().ask(LateCharge::claimed);
    }

    boolean isUntouched(ChargeId id, LocalDate date) {
        return charges.find(id).orElseThrow().ask(it -> it.isUntouchedFrom(date));
    }

    PolicyInForce policy(InvoiceIssued issued, int version) {
        return policies.version(issued.legalEntity(), version).orElseThrow();
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

package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AgencyPaymentReported;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.account.AgencyPlacementMade;
import io.receivables.events.account.AgencyPlacementRecalled;
import io.receivables.events.account.CollectionEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.FinalNoticeId;
import io.receivables.events.account.FinalNoticeServed;
import io.receivables.events.account.InsolvencyClaimDeclared;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.account.InsolvencyKind;
import io.receivables.events.account.InsolvencyLifted;
import io.receivables.events.account.InsolvencyOpened;
import io.receivables.events.account.LegalActionClosed;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.LegalActionKind;
import io.receivables.events.account.LegalActionOutcome;
import io.receivables.events.account.LegalActionTaken;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.Evidence;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.collection.CollectionFile;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.InsolvencyResource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to collect what an account owes beyond reminders: final notice, agency, court, insolvency. */
public final class Escalations {

    private final CustomerAccountOpened opened;
    private final CollectionFile file = new CollectionFile();

    Escalations(CustomerAccountOpened opened) {
        this.opened = opened;
    }

    void evolve(CollectionEvent event) {
        file.evolve(event);
    }

    public CollectionFile file() {
        return file;
    }

    public void serveFinalNotice(FinalNoticeId id, List<ClaimItem> items, List<Evidence> evidence, LocalDate date) {
        requireOpenAt(date);
        apply(new FinalNoticeServed(opened.accountId(), opened.legalEntity(), id, items, evidence, date));
    }

    /** @throws Refusal ITEM_WITH_AGENCY */
    public void placeWithAgency(AgencyPlacementId id, String agency, List<ClaimItem> items,
            @Nullable Percentage feePercent, LocalDate date) {
        requireOpenAt(date);
        items.stream().flatMap(item -> withAgency(item).stream()).findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        apply(new AgencyPlacementMade(opened.accountId(), opened.legalEntity(), id, agency, items, feePercent, date));
    }

    /** How an item would be refused that an agency has; empty where none has it. */
    public Optional<Refusal> withAgency(ClaimItem item) {
        return file.placements()
                .stream()
                .filter(placement -> placement.placed().stream().anyMatch(placed -> isSame(item, placed)))
                .findFirst()
                .map(placement -> new Refusal(ProblemCode.ITEM_WITH_AGENCY, "instalment " + item.instalment()
                        + " of invoice " + item.invoiceId() + " is with agency " + placement.agency() + " since "
                        + placement.effectiveDate() + " (placement " + placement.placementId() + ")"));
    }

    /** @param wanted null for all that the agency still has */
    public void recall(AgencyPlacementId id, @Nullable List<ClaimItem> wanted, String reason, LocalDate date) {
        var placement = file.placement(id);
        var placed = placement.placed();
        var items = wanted == null
                ? placed
                : placed.stream().filter(it -> wanted.stream().anyMatch(item -> isSame(item, it))).toList();
        if (items.isEmpty()) {
            throw new Refusal(ProblemCode.AGENCY_PLACEMENT_RECALLED, "the agency has " + placed.size()
                    + " items of placement " + id + ", and none of those that are to be recalled");
        }
        Amounts.requireNotBefore(date, placement.effectiveDate(), "placement " + id);
        apply(new AgencyPlacementRecalled(opened.accountId(), opened.legalEntity(), id, items, reason, date));
    }

    public void reportAgencyPayment(AgencyPlacementId id, PaymentId paymentId, Money amount, Money fee,
            LocalDate date) {
        var placement = file.placement(id);
        Amounts.requireCurrency(opened.currency(), fee, "/fee");
        for (var known : placement.payments()) {
            if (known.paymentId().equals(paymentId)) {
                throw new Refusal(ProblemCode.AGENCY_PAYMENT_REPORTED, "payment " + paymentId + " over "
                        + known.amount() + " was reported for placement " + id + " at " + known.effectiveDate());
            }
        }
        Amounts.requireNotBefore(date, placement.effectiveDate(), "placement " + id);
        apply(new AgencyPaymentReported(opened.accountId(), opened.legalEntity(), id, paymentId, amount, fee, date));
    }

    public void takeLegalAction(LegalActionId id, LegalActionKind kind, @Nullable String courtReference,
            List<InvoiceId> invoices, boolean interruptsLimitation, LocalDate date) {
        requireOpenAt(date);
        apply(new LegalActionTaken(opened.accountId(), opened.legalEntity(), id, kind, courtReference, invoices,
                interruptsLimitation, date));
    }

    public void closeLegalAction(LegalActionId id, LegalActionOutcome outcome, @Nullable String reason,
            LocalDate date) {
        var action = file.legalAction(id);
        if (action.outcome() != null) {
            throw new Refusal(ProblemCode.LEGAL_ACTION_CLOSED, "legal action " + id + " was closed at "
                    + action.closedDate() + ": " + action.outcome());
        }
        Amounts.requireNotBefore(date, action.effectiveDate(), "legal action " + id);
        apply(new LegalActionClosed(opened.accountId(), opened.legalEntity(), id, outcome, reason, date));
    }

    /** @throws Refusal INSOLVENCY_OPEN when another one is not lifted */
    public void openInsolvency(InsolvencyId id, InsolvencyKind kind, @Nullable String courtReference,
            @Nullable LocalDate declareBy, boolean creditHold, @Nullable Integer policyVersion, LocalDate date) {
        requireOpenAt(date);
        file.insolvencies().stream().filter(it -> it.liftedDate() == null).findFirst().ifPresent(it -> {
            throw new Refusal(ProblemCode.INSOLVENCY_OPEN, "procedure " + it.insolvencyId() + " of account "
                    + opened.accountId() + " is open since " + it.effectiveDate());
        });
        if (declareBy != null && declareBy.isBefore(date)) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/declareBy",
                    declareBy + " is before the procedure was opened, " + date);
        }
        apply(new InsolvencyOpened(opened.accountId(), opened.legalEntity(), id, kind, courtReference, declareBy,
                creditHold, policyVersion, date));
    }

    public void declareClaim(InsolvencyId id, Money amount, List<InvoiceId> invoices, @Nullable String reference,
            LocalDate date) {
        var insolvency = requireNotLifted(id);
        Amounts.requireCurrency(opened.currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        if (insolvency.declaredAmount() != null) {
            throw new Refusal(ProblemCode.INSOLVENCY_CLAIM_DECLARED, insolvency.declaredAmount()
                    + " was declared in procedure " + id + " at " + insolvency.declaredDate());
        }
        Amounts.requireNotBefore(date, insolvency.effectiveDate(), "the opening of procedure " + id);
        boolean late = insolvency.declareBy() != null && date.isAfter(insolvency.declareBy());
        apply(new InsolvencyClaimDeclared(opened.accountId(), opened.legalEntity(), id, amount, invoices, reference,
                late, date));
    }

    public void liftInsolvency(InsolvencyId id, String reason, LocalDate date) {
        var insolvency = requireNotLifted(id);
        Amounts.requireNotBefore(date, insolvency.declaredDate() == null
                ? insolvency.effectiveDate()
                : insolvency.declaredDate(), "what was done in procedure " + id);
        apply(new InsolvencyLifted(opened.accountId(), opened.legalEntity(), id, reason, date));
    }

    private InsolvencyResource requireNotLifted(InsolvencyId id) {
        var insolvency = file.insolvency(id);
        if (insolvency.liftedDate() != null) {
            throw new Refusal(ProblemCode.INSOLVENCY_LIFTED,
                    "procedure " + id + " was lifted at " + insolvency.liftedDate());
        }
        return insolvency;
    }

    private static boolean isSame(ClaimItem one, ClaimItem other) {
        return one.invoiceId().equals(other.invoiceId()) && one.instalment() == other.instalment();
    }

    private void requireOpenAt(LocalDate date) {
        if (date.isBefore(opened.effectiveDate())) {
            throw new Refusal(ProblemCode.BEFORE_ACCOUNT_OPENED, date + " is before account " + opened.accountId()
                    + " was opened, " + opened.effectiveDate());
        }
    }
}

package io.receivables.command.agreement;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.stream.Loaded;
import io.receivables.events.account.AccountId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.PlanStatus;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What customers contest, promise and agree: of one account, or of many at once. */
@Component
public class Agreements {

    private final AgreementRows rows;
    private final DisputeRows disputes;
    private final AgreementTouches touches;
    private final AgreementJudge judge;

    Agreements(AgreementRows rows, DisputeRows disputes, AgreementTouches touches, AgreementJudge judge) {
        this.rows = rows;
        this.disputes = disputes;
        this.touches = touches;
        this.judge = judge;
    }

    /** With what the commands of the running transaction have decided. */
    public AccountAgreements of(AccountRow account, LocalDate asAt) {
        return of(List.of(account.accountId()), asAt).getOrDefault(account.accountId(),
                new AccountAgreements(asAt, List.of(), AgreementStanding.NONE));
    }

    /**
     * Of several accounts, read with one statement each; an account that has nothing to tell is left out. What is not judged
     * yet counts as it will be.
     */
    public Map<AccountId, AccountAgreements> of(Collection<AccountId> accounts, LocalDate asAt) {
        var standings = judged(rows.standings(accounts), asAt);
        var contested = disputes.of(accounts);
        var all = new HashMap<AccountId, AccountAgreements>();
        for (var account : accounts) {
            var standing = standings.getOrDefault(account, AgreementStanding.NONE);
            var disputed = contested.getOrDefault(account, List.of());
            if (!disputed.isEmpty() || !standing.equals(AgreementStanding.NONE)) {
                all.put(account, new AccountAgreements(asAt, disputed, standing));
            }
        }
        return all;
    }

    private Map<AccountId, AgreementStanding> judged(Map<AccountId, AgreementStanding> standings, LocalDate asAt) {
        if (standings.isEmpty()) {
            return standings;
        }
        var behind = rows.toJudge(standings.keySet(), asAt);
        standings.replaceAll((account, standing) -> behind.contains(account) || touches.isTouched(account)
                ? judge.judged(standing, asAt)
                : standing);
        return standings;
    }

    /**
     * A plan, accepted or offered, has dates for what it covers already; whoever wants others ends it first.
     *
     * @throws Refusal IN_PAYMENT_PLAN
     */
    public void requireNotPlanned(AccountId account, InvoiceId invoice) {
        var standing = rows.standings(List.of(account)).getOrDefault(account, AgreementStanding.NONE);
        for (var plan : standing.plans()) {
            var status = plan.statusAt(LocalDate.MAX);
            if ((status.binds() || status == PlanStatus.PROPOSED)
                    && plan.proposed().items().stream().anyMatch(it -> it.invoiceId().equals(invoice))) {
                throw new Refusal(ProblemCode.IN_PAYMENT_PLAN,
                        "invoice " + invoice + " is in payment plan " + plan.proposed().planId() + "; end it first");
            }
        }
    }

    /** Keeps what an account has promised and agreed; it is judged when a node looks next. */
    public void keep(Loaded<CustomerAccount> account) {
        var opened = account.ask(CustomerAccount::opened);
        rows.put(opened.accountId(), new AgreementRow(opened.legalEntity(), account.ask(CustomerAccount::agreements),
                null, AgreementRow.NEVER_JUDGED));
    }
}

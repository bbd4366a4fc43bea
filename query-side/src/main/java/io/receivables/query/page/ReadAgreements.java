package io.receivables.query.page;

import io.receivables.platform.resource.AccountResource;
import io.receivables.platform.resource.DisputeResource;
import io.receivables.platform.resource.PaymentPlanResource;
import io.receivables.platform.resource.PromiseResource;
import io.receivables.query.agedbalance.AgedBalanceRequest;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.agreement.GetDisputes;
import io.receivables.query.agreement.GetPaymentPlans;
import io.receivables.query.agreement.GetPromises;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.page.AgreementSheet.AgeingLine;
import io.receivables.query.page.AgreementSheet.DisputeLine;
import io.receivables.query.page.AgreementSheet.PlanLine;
import io.receivables.query.page.AgreementSheet.PromiseLine;
import io.receivables.query.page.AgreementSheet.RateLine;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Reads what is contested, promised and agreed on an account. */
@Service
@SnapshotRead
class ReadAgreements {

    private final GetDisputes disputes;
    private final GetPromises promises;
    private final GetPaymentPlans plans;
    private final GetAgedBalance agedBalance;

    ReadAgreements(GetDisputes disputes, GetPromises promises, GetPaymentPlans plans, GetAgedBalance agedBalance) {
        this.disputes = disputes;
        this.promises = promises;
        this.plans = plans;
        this.agedBalance = agedBalance;
    }

    AgreementSheet of(AccountResource account, Buckets buckets, Links links) {
        var request = links.viewpoint().asOf();
        var id = account.accountId();
        var contested = disputes.list(null, null, null, id.value(), account.legalEntity().value(), request,
                Paging.FIRST_PAGE);
        var promised = promises.ofAccount(id, request);
        var agreed = plans.ofAccount(id, request);
        boolean planned = agreed.stream().anyMatch(it -> it.status().binds());
        return new AgreementSheet(contested.items().reversed().stream().map(it -> line(it, links)).toList(),
                promised.items().reversed().stream().map(ReadAgreements::line).toList(), promised.shareKept(),
                agreed.reversed().stream().map(ReadAgreements::line).toList(), buckets.labels(),
                planned
                        ? Stream.of("dueDate", "plan").map(basis -> ageing(account, basis, links)).toList()
                        : List.of());
    }

    static DisputeLine line(DisputeResource it, Links links) {
        return new DisputeLine(it.disputeId().value(), it.invoiceId().value(), links.invoice(it.invoiceId().value()),
                Amount.of(it.amount()), it.category().name(), it.reason(), it.owner(), it.deadline(), it.answerLate(),
                it.effectiveDate(), it.daysInDispute(), it.status().name(),
                it.outcome() == null ? null : it.outcome().name());
    }

    private static PromiseLine line(PromiseResource it) {
        return new PromiseLine(it.promiseId().value(), Amount.of(it.amount()), it.promisedDate(), it.lastDay(),
                it.effectiveDate(), it.status().name(), it.statusSince(), Amount.of(it.cash()));
    }

    private static PlanLine line(PaymentPlanResource it) {
        var rates = it.rates();
        return new PlanLine(it.planId().value(), Amount.of(it.total()), it.reason(), it.status().name(),
                it.statusSince(), it.missing() == null ? null : Amount.of(it.missing()),
                it.writtenOff() == null ? null : Amount.of(it.writtenOff()), it.noticeDeadline(),
                IntStream.range(0, rates.size())
                        .mapToObj(i -> new RateLine(i + 1, rates.get(i).dueDate(), Amount.of(rates.get(i).amount())))
                        .toList());
    }

    private AgeingLine ageing(AccountResource account, String basis, Links links) {
        var viewpoint = links.viewpoint();
        var totals = agedBalance.handle(new AgedBalanceRequest(account.legalEntity().value(), viewpoint.asAt(),
                viewpoint.asKnown(), basis, viewpoint.edges(), null, "none", account.currency().getCurrencyCode(),
                account.accountId().value(), null, null, null, null)).totals();
        return new AgeingLine(basis, Stream.concat(Stream.of(totals.notDue()), totals.buckets().stream())
                .map(Amount::of)
                .toList());
    }
}

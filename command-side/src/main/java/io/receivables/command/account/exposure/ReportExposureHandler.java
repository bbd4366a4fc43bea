package io.receivables.command.account.exposure;

import io.receivables.command.account.CreditStandings;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.ExposurePart;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.ReportedExposureResource;
import java.time.LocalDate;
import java.util.Currency;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ReportExposureHandler {

    private final Streams<CustomerAccount> accounts;
    private final CreditStandings standings;

    ReportExposureHandler(Streams<CustomerAccount> accounts, CreditStandings standings) {
        this.accounts = accounts;
        this.standings = standings;
    }

    @CommandHandler
    Reply handle(ReportExposure command) {
        var account = accounts.load(command.accountId());
        var currency = account.ask(CustomerAccount::opened).currency();
        var exposure = command.exposure();
        require(currency, exposure.deliveredNotInvoiced(), "/deliveredNotInvoiced");
        require(currency, exposure.openOrders(), "/openOrders");
        require(currency, exposure.drafts(), "/drafts");
        require(currency, exposure.secured(), "/secured");
        account.decide(it -> it.reportExposure(exposure, command.effectiveDate()));
        standings.put(command.accountId(), account.ask(CustomerAccount::credit));
        return Reply.ok(account.show((it, version) -> resource(it, command.accountId(), command.effectiveDate(),
                Money.zero(currency), version)));
    }

    private static void require(Currency currency, @Nullable Money amount, String pointer) {
        if (amount != null) {
            Amounts.requireCurrency(currency, amount, pointer);
        }
    }

    private static ReportedExposureResource resource(CustomerAccount account, AccountId id, LocalDate effectiveDate,
            Money zero, long version) {
        var credit = account.credit();
        return new ReportedExposureResource(id, credit.reported(ExposurePart.DELIVERED_NOT_INVOICED, zero),
                credit.reported(ExposurePart.OPEN_ORDERS, zero), credit.reported(ExposurePart.DRAFTS, zero),
                credit.reported(ExposurePart.SECURED, zero), effectiveDate, version, null);
    }
}

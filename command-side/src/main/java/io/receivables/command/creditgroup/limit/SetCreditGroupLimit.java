package io.receivables.command.creditgroup.limit;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Lets so much count against the accounts of a group together.
 *
 * @param creditLimitId under which it waits if a second person decides
 * @param limit null: without limit
 * @param validFrom null: from today on
 */
record SetCreditGroupLimit(CreditGroupId creditGroupId, LegalEntityId legalEntity, Currency currency,
        CreditLimitId creditLimitId, @Nullable Money limit, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
        String reason) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_GROUP.streamId(creditGroupId);
    }
}

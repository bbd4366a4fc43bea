package io.receivables.query.edge;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.ledger.AccountHeader;
import io.receivables.query.ledger.AccountHeaders;
import io.receivables.query.ledger.AsOf;
import org.springframework.stereotype.Component;

/** Finds an account for the one who asks: what is another entity's, or later than the cut, is not found. */
@Component
public class AccountAccess {

    private final AccountHeaders headers;
    private final AsOfResolver resolver;

    AccountAccess(AccountHeaders headers, AsOfResolver resolver) {
        this.headers = headers;
        this.resolver = resolver;
    }

    /** The account, whether or not it was open as of any date. */
    public AccountHeader require(String accountId) {
        return headers.findById(accountId)
                .filter(found -> Scope.isVisible(found.legalEntity()))
                .orElseThrow(() -> notFound(accountId, ""));
    }

    /** The date and position to answer as of, for an account that was open then. */
    public AsOf require(String accountId, AsOfRequest request) {
        var header = require(accountId);
        var asOf = resolver.resolve(request, new LegalEntityId(header.legalEntity()));
        if (!header.existed(asOf)) {
            throw notFound(accountId, " at " + asOf.asAt() + " as known at position " + asOf.position());
        }
        return asOf;
    }

    private static Refusal notFound(String accountId, String when) {
        return new Refusal(ProblemCode.ACCOUNT_NOT_FOUND, "there is no account " + accountId + when);
    }
}

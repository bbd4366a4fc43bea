package io.receivables.query.agreement;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The promises and plans of accounts, folded from what was known. */
@Component
class Standings {

    private final History history;

    Standings(History history) {
        this.history = history;
    }

    /** @param version how many facts of the account there were */
    record Known(AgreementStanding standing, long version) {}

    Map<String, Known> of(Collection<String> accounts, AsOf asOf) {
        var standings = new HashMap<String, Known>();
        history.of("CustomerAccount", accounts, asOf).forEach((account, facts) -> {
            var standing = AgreementStanding.NONE;
            for (var fact : facts) {
                if (fact.event() instanceof CustomerAccountEvent event) {
                    standing = standing.after(event);
                }
            }
            standings.put(account, new Known(standing, facts.size()));
        });
        return standings;
    }
}

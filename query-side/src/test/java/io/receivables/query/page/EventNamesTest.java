package io.receivables.query.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.CollectionEvent;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.accountmapping.AccountMappingEvent;
import io.receivables.events.approval.ApprovalEvent;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.collectioncase.CollectionCaseEvent;
import io.receivables.events.contact.ContactEvent;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.dunning.DunningLetterEvent;
import io.receivables.events.dunning.DunningRunEvent;
import io.receivables.events.entity.LegalEntityEvent;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.period.AccountingPeriodEvent;
import io.receivables.events.policy.CreditPolicyEvent;
import io.receivables.events.rate.ReferenceRateEvent;
import io.receivables.events.refund.RefundEvent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In English the pages take the words out of the name of the type; in French each type has a name of its own. */
class EventNamesTest {

    @Test
    void everyFactHasAFrenchName() throws IOException {
        var french = new Properties();
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/receivables-pages_fr.properties"))) {
            french.load(new InputStreamReader(file, UTF_8));
        }
        var keys = Stream.of(LegalEntityEvent.class, CreditPolicyEvent.class, ReferenceRateEvent.class,
                CustomerAccountEvent.class, InvoiceEvent.class, LateChargeEvent.class, PaymentEvent.class,
                CreditNoteEvent.class, RefundEvent.class, CreditWriteOffEvent.class, CollectionEvent.class,
                ContactEvent.class, FactoringEvent.class, AccountingPeriodEvent.class, CreditGroupEvent.class,
                AccountMappingEvent.class, ApprovalEvent.class, DunningRunEvent.class, DunningLetterEvent.class,
                CollectionCaseEvent.class)
                .flatMap(type -> Stream.of(Objects.requireNonNull(type.getPermittedSubclasses())))
                .filter(Class::isRecord)
                .map(type -> "event." + type.getSimpleName())
                .toList();
        assertThat(french.stringPropertyNames()).containsAll(keys);
    }
}

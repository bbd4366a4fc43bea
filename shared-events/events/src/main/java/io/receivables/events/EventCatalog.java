package io.receivables.events;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The one table of stored event names. A fact is stored under its alias, not under its class name, so that moving a class
 * leaves history readable. The checked-in list {@code event-names.txt} and a frozen sample of each revision guard it.
 */
public final class EventCatalog {

    private static final List<Class<? extends ReceivablesEvent>> FAMILIES = List.of(LegalEntityEvent.class,
            CreditPolicyEvent.class, CustomerAccountEvent.class, InvoiceEvent.class, LateChargeEvent.class,
            PaymentEvent.class, CreditNoteEvent.class, RefundEvent.class, CreditWriteOffEvent.class,
            ReferenceRateEvent.class, AccountingPeriodEvent.class, CreditGroupEvent.class, CollectionEvent.class,
            ContactEvent.class, FactoringEvent.class,
            DunningLetterEvent.class, DunningRunEvent.class, CollectionCaseEvent.class, AccountMappingEvent.class,
            ApprovalEvent.class);

    private static final Map<String, Class<? extends ReceivablesEvent>> BY_ALIAS = FAMILIES.stream()
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            // A family within a family is listed by itself.
            .filter(Class::isRecord)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName,
                    type -> type.asSubclass(ReceivablesEvent.class)));

    private EventCatalog() {}

    /** Every stored name with the record that reads it. */
    public static Map<String, Class<? extends ReceivablesEvent>> byAlias() {
        return BY_ALIAS;
    }

    /** The name under which facts of this type are stored, or null for a type that is no fact of ours. */
    public static @Nullable String aliasOf(Class<?> type) {
        return BY_ALIAS.get(type.getSimpleName()) == type ? type.getSimpleName() : null;
    }

    /** The revision under which facts of this type are written today. */
    public static String revisionOf(Class<? extends ReceivablesEvent> type) {
        return type.getAnnotation(Revision.class).value();
    }
}

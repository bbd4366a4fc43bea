package io.receivables.query.page;

import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.legalentity.CreditPolicyResource;
import io.receivables.query.legalentity.GetLegalEntities;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Reads the versions of the credit policies that the reader may see. */
@Service
@SnapshotRead
class ReadCreditPolicies {

    private final Cuts cuts;
    private final GetLegalEntities entities;

    private final MessageSource messages;

    ReadCreditPolicies(Cuts cuts, GetLegalEntities entities, MessageSource messages) {
        this.cuts = cuts;
        this.entities = entities;
        this.messages = messages;
    }

    record Sheet(Cut cut, List<VersionLine> lines, @Nullable String nextCursor) {}

    /** A version. */
    record VersionLine(String legalEntity, int version, LocalDate validFrom, boolean inForce, Amount writeOffLimit,
            Amount refundLimit, String currency, List<PolicyText.Section> sections) {}

    Sheet handle(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = entities.policies(null, request, new Paging(null, after));
        return new Sheet(cuts.of(request), page.items().stream().map(this::line).toList(),
                page.nextCursor());
    }

    private VersionLine line(CreditPolicyResource it) {
        var limits = it.approvals();
        return new VersionLine(it.legalEntity().value(), it.version(), it.validFrom(), it.inForce(),
                Amount.of(limits.writeOffLimit()), Amount.of(limits.refundLimit()),
                limits.writeOffLimit().currency().getCurrencyCode(), PolicyText.of(limits, it.rules(), this::word));
    }

    /** English readers have the words of the API; a field that has no other name keeps it. */
    private String word(String field) {
        var locale = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(messages.getMessage("policy.field." + field, null, field, locale));
    }
}

package io.receivables.query.page;

import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.AccountResource;
import io.receivables.platform.resource.AgencyPlacementResource;
import io.receivables.platform.resource.ContactResource;
import io.receivables.query.collection.GetCollectionFile;
import io.receivables.query.collection.GetCollectionFile.CollectionFileResource;
import io.receivables.query.collection.GetContactLog;
import io.receivables.query.customeraccount.GetCustomerAccount;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.factoring.GetFactoring;
import io.receivables.query.page.ReadFactoring.AssignmentRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what was done to collect what an account owes. */
@Service
@SnapshotRead
class ReadCollectionFile {

    private final Cuts cuts;
    private final AccountAccess access;
    private final GetCustomerAccount account;
    private final GetCollectionFile file;
    private final GetContactLog contacts;
    private final GetFactoring factoring;

    ReadCollectionFile(Cuts cuts, AccountAccess access, GetCustomerAccount account, GetCollectionFile file,
            GetContactLog contacts, GetFactoring factoring) {
        this.cuts = cuts;
        this.access = access;
        this.account = account;
        this.file = file;
        this.contacts = contacts;
        this.factoring = factoring;
    }

    record Sheet(AccountResource account, Cut cut, Amount withAgency, List<Step> steps, List<ContactResource> contacts,
            List<AssignmentRow> assignments, @Nullable String nextCursor) {}

    /**
     * Something that was done.
     *
     * @param kind FINAL_NOTICE, AGENCY, LEGAL_ACTION or INSOLVENCY
     * @param what its own word: the agency, the kind of action or procedure
     * @param word whether {@code what} is one of ours, to be said in the reader's language
     * @param ended null while it goes on
     */
    record Step(String kind, String what, boolean word, LocalDate date, @Nullable Amount amount,
            @Nullable LocalDate ended) {}

    Sheet handle(AccountId id, Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var it = account.handle(id, request);
        var log = contacts.handle(id, new GetContactLog.Filter(null, null, null, null, null), request,
                new Paging(null, after));
        var assigned = factoring.list(new GetFactoring.Filter(null, id.value(), null, null), request,
                Paging.FIRST_PAGE);
        var all = file.handle(id, request);
        return new Sheet(it, cuts.of(access.require(id.value(), request), request), Amount.of(all.withAgency()),
                steps(all), log.items(), assigned.items().stream().map(one -> AssignmentRow.of(one, links)).toList(),
                log.nextCursor());
    }

    private static List<Step> steps(CollectionFileResource file) {
        var steps = new ArrayList<Step>();
        file.finalNotices()
                .forEach(it -> steps.add(new Step("FINAL_NOTICE", it.finalNoticeId().value(), false,
                        it.effectiveDate(), Amount.of(it.amount()), null)));
        file.agencyPlacements()
                .forEach(it -> steps.add(new Step("AGENCY", it.agency(), false, it.effectiveDate(),
                        Amount.of(it.amount()), it.items()
                                .stream()
                                .map(AgencyPlacementResource.PlacedItem::recalledDate)
                                .filter(_ -> it.status() == AgencyPlacementResource.Status.RECALLED)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null))));
        file.legalActions()
                .forEach(it -> steps.add(new Step("LEGAL_ACTION", it.kind().name(), true, it.effectiveDate(), null,
                        it.closedDate())));
        file.insolvencies()
                .forEach(it -> steps.add(new Step("INSOLVENCY", it.kind().name(), true, it.effectiveDate(),
                        it.declaredAmount() == null ? null : Amount.of(it.declaredAmount()), it.liftedDate())));
        steps.sort(Comparator.comparing(Step::date));
        return List.copyOf(steps);
    }
}

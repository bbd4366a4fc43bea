package io.receivables.platform.collection;

import io.receivables.events.account.AgencyPaymentReported;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.account.AgencyPlacementMade;
import io.receivables.events.account.AgencyPlacementRecalled;
import io.receivables.events.account.CollectionEvent;
import io.receivables.events.account.FinalNoticeId;
import io.receivables.events.account.FinalNoticeServed;
import io.receivables.events.account.InsolvencyClaimDeclared;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.account.InsolvencyLifted;
import io.receivables.events.account.InsolvencyOpened;
import io.receivables.events.account.LegalActionClosed;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.LegalActionTaken;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.AgencyPlacementResource;
import io.receivables.platform.resource.FinalNoticeResource;
import io.receivables.platform.resource.InsolvencyResource;
import io.receivables.platform.resource.LegalActionResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that was done to collect what one account owes, in the order in which it was recorded. */
public final class CollectionFile {

    private final Map<FinalNoticeId, FinalNoticeResource> finalNotices = new LinkedHashMap<>();
    private final Map<AgencyPlacementId, AgencyPlacementResource> placements = new LinkedHashMap<>();
    private final Map<LegalActionId, LegalActionResource> legalActions = new LinkedHashMap<>();
    private final Map<InsolvencyId, InsolvencyResource> insolvencies = new LinkedHashMap<>();

    public void evolve(CollectionEvent event) {
        switch (event) {
            case FinalNoticeServed it -> finalNotices.put(it.finalNoticeId(), FinalNoticeResource.of(it));
            case AgencyPlacementMade it -> placements.put(it.placementId(), AgencyPlacementResource.of(it));
            case AgencyPlacementRecalled it ->
                placements.computeIfPresent(it.placementId(), (_, placement) -> placement.after(it));
            case AgencyPaymentReported it ->
                placements.computeIfPresent(it.placementId(), (_, placement) -> placement.after(it));
            case LegalActionTaken it -> legalActions.put(it.legalActionId(), LegalActionResource.of(it));
            case LegalActionClosed it ->
                legalActions.computeIfPresent(it.legalActionId(), (_, action) -> action.after(it));
            case InsolvencyOpened it -> insolvencies.put(it.insolvencyId(), InsolvencyResource.of(it));
            case InsolvencyClaimDeclared it ->
                insolvencies.computeIfPresent(it.insolvencyId(), (_, insolvency) -> insolvency.after(it));
            case InsolvencyLifted it ->
                insolvencies.computeIfPresent(it.insolvencyId(), (_, insolvency) -> insolvency.after(it));
        }
    }

    public List<FinalNoticeResource> finalNotices() {
        return List.copyOf(finalNotices.values());
    }

    public List<AgencyPlacementResource> placements() {
        return List.copyOf(placements.values());
    }

    public List<LegalActionResource> legalActions() {
        return List.copyOf(legalActions.values());
    }

    public List<InsolvencyResource> insolvencies() {
        return List.copyOf(insolvencies.values());
    }

    /** @throws Refusal AGENCY_PLACEMENT_NOT_FOUND */
    public AgencyPlacementResource placement(AgencyPlacementId id) {
        return required(placements.get(id), ProblemCode.AGENCY_PLACEMENT_NOT_FOUND, "agency placement " + id);
    }

    /** @throws Refusal LEGAL_ACTION_NOT_FOUND */
    public LegalActionResource legalAction(LegalActionId id) {
        return required(legalActions.get(id), ProblemCode.LEGAL_ACTION_NOT_FOUND, "legal action " + id);
    }

    /** @throws Refusal INSOLVENCY_NOT_FOUND */
    public InsolvencyResource insolvency(InsolvencyId id) {
        return required(insolvencies.get(id), ProblemCode.INSOLVENCY_NOT_FOUND, "insolvency procedure " + id);
    }

    public FinalNoticeResource finalNotice(FinalNoticeId id) {
        return Objects.requireNonNull(finalNotices.get(id));
    }

    private static <T> T required(@Nullable T found, ProblemCode notFound, String what) {
        if (found == null) {
            throw new Refusal(notFound, "no " + what + " of this account");
        }
        return found;
    }
}

package io.receivables.platform.credit;

import io.receivables.events.account.AccountClosed;
import io.receivables.events.account.AccountReopened;
import io.receivables.events.account.CollectionEvent;
import io.receivables.events.account.ContactChanged;
import io.receivables.events.account.ContactErased;
import io.receivables.events.account.CreditGroupJoined;
import io.receivables.events.account.CreditGroupLeft;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditHoldPlaced;
import io.receivables.events.account.CreditHoldReleased;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitRejected;
import io.receivables.events.account.CreditLimitRequested;
import io.receivables.events.account.CreditLimitSet;
import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CreditOverrideRejected;
import io.receivables.events.account.CreditOverrideRequested;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.account.DunningBlockPlaced;
import io.receivables.events.account.DunningBlockReleased;
import io.receivables.events.account.DunningProcedureAssigned;
import io.receivables.events.account.ExposurePart;
import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanNoticeGiven;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PaymentPlanResumed;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.account.TermsChanged;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits, holds, reported parts of the exposure and permissions of one account, folded from its facts in the order in which
 * they were recorded.
 *
 * @param limits in the order in which they were set; one that a later one covers altogether is left out
 * @param holds that are not released
 * @param creditGroup whose limit the account counts against as well; null: none
 */
public record CreditStanding(List<CreditLimit> limits, List<Hold> holds, Map<ExposurePart, Reported> reported,
        List<Permission> permissions, @Nullable CreditGroupId creditGroup) {

    /** Of an account about whose credit nothing was ever said. */
    public static final CreditStanding NONE = new CreditStanding(List.of(), List.of(), Map.of(), List.of(),
            null);

    /** @param since the date from which it counts */
    public record Hold(CreditHoldId holdId, String reason, LocalDate since) {}

    /** @param since the date from which it counts; a report of an earlier date does not replace it */
    public record Reported(Money amount, LocalDate since) {}

    /** A permission that was approved. */
    public record Permission(CreditOverrideId creditOverrideId, Money amount, LocalDate validUntil) {}

    public CreditStanding after(CustomerAccountEvent event) {
        return switch (event) {
            case CreditLimitSet set -> new CreditStanding(with(set.limit()), holds, reported, permissions,
                    creditGroup);
            case CreditHoldPlaced placed -> new CreditStanding(limits,
                    appended(holds, new Hold(placed.holdId(), placed.reason(), placed.effectiveDate())), reported,
                    permissions, creditGroup);
            case CreditHoldReleased released -> new CreditStanding(limits,
                    holds.stream().filter(hold -> !hold.holdId().equals(released.holdId())).toList(), reported,
                    permissions, creditGroup);
            case ExposureReported report -> new CreditStanding(limits, holds, with(report), permissions,
                    creditGroup);
            case CreditOverrideApproved approved -> new CreditStanding(limits, holds, reported, appended(permissions,
                    new Permission(approved.creditOverrideId(), approved.amount(), approved.validUntil())),
                    creditGroup);
            case CreditGroupJoined joined -> new CreditStanding(limits, holds, reported, permissions,
                    joined.creditGroupId());
            case CreditGroupLeft left -> new CreditStanding(limits, holds, reported, permissions, null);
            case CustomerAccountOpened _,TermsChanged _,CreditLimitRequested _,CreditLimitRejected _,CreditOverrideRequested _,CreditOverrideRejected _,DebtorClassChanged _,AccountClosed _,AccountReopened _,PaymentPlanAccelerated _,PaymentPlanAccepted _,PaymentPlanBreached _,PaymentPlanCancelled _,PaymentPlanCompleted _,PaymentPlanNoticeGiven _,PaymentPlanProposed _,PaymentPlanResumed _,PromiseJudged _,PromiseMade _,PromiseWithdrawn _,CollectionEvent _,ContactChanged _,ContactErased _,DunningProcedureAssigned _,DunningBlockPlaced _,DunningBlockReleased _ ->
                this;
        };
    }

    /** The limit of a day: the one that was set last among those whose dates hold it; null without limit. */
    public @Nullable Money limitAt(LocalDate date) {
        return limitAt(limits, date);
    }

    /** The same of any limits, in the order in which they were set. */
    public static @Nullable Money limitAt(List<CreditLimit> limits, LocalDate date) {
        return limits.reversed()
                .stream()
                .filter(limit -> limit.holdsAt(date))
                .findFirst()
                .map(CreditLimit::amount)
                .orElse(null);
    }

    /**
     * The lowest limit of the days, from today on, on which another one would hold; null if one of them is without limit. Of
     * one that is over it is that of its first day.
     */
    public @Nullable Money lowestLimit(CreditLimit other, LocalDate today) {
        return lowestLimit(limits, other, today);
    }

    /** The same of limits of something else, in the order in which they were set. */
    public static @Nullable Money lowestLimit(List<CreditLimit> limits, CreditLimit other, LocalDate today) {
        var first = other.validFrom().isBefore(today) && other.holdsAt(today) ? today : other.validFrom();
        var changes = limits.stream()
                .flatMap(it -> it.validTo() == null
                        ? Stream.of(it.validFrom())
                        : Stream.of(it.validFrom(), it.validTo().plusDays(1)))
                .filter(day -> day.isAfter(first) && other.holdsAt(day));
        var amounts = Stream.concat(Stream.of(first), changes)
                .map(day -> Optional.ofNullable(limitAt(limits, day)))
                .toList();
        return amounts.stream().allMatch(Optional::isPresent)
                ? amounts.stream().flatMap(Optional::stream).min(Comparator.naturalOrder()).orElseThrow()
                : null;
    }

    /** What was reported of a part. */
    public Money reported(ExposurePart part, Money otherwise) {
        var found = reported.get(part);
        return found == null ? otherwise : found.amount();
    }

    public Optional<Permission> permission(CreditOverrideId id) {
        return permissions.stream().filter(it -> it.creditOverrideId().equals(id)).findFirst();
    }

    private List<CreditLimit> with(CreditLimit set) {
        var left = limits.stream().filter(earlier -> !covers(set, earlier)).toList();
        return appended(left, set);
    }

    private static boolean covers(CreditLimit later, CreditLimit earlier) {
        return !later.validFrom().isAfter(earlier.validFrom())
                && (later.validTo() == null
                        || earlier.validTo() != null && !later.validTo().isBefore(earlier.validTo()));
    }

    private Map<ExposurePart, Reported> with(ExposureReported report) {
        var parts = new EnumMap<ExposurePart, Reported>(ExposurePart.class);
        parts.putAll(reported);
        var date = report.effectiveDate();
        report(parts, ExposurePart.DELIVERED_NOT_INVOICED, report.exposure().deliveredNotInvoiced(), date);
        report(parts, ExposurePart.OPEN_ORDERS, report.exposure().openOrders(), date);
        report(parts, ExposurePart.DRAFTS, report.exposure().drafts(), date);
        report(parts, ExposurePart.SECURED, report.exposure().secured(), date);
        return Map.copyOf(parts);
    }

    private static void report(Map<ExposurePart, Reported> parts, ExposurePart part, @Nullable Money amount,
            LocalDate date) {
        var known = parts.get(part);
        if (amount != null && (known == null || !date.isBefore(known.since()))) {
            parts.put(part, new Reported(amount, date));
        }
    }

    private static <T> List<T> appended(List<T> list, T last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}

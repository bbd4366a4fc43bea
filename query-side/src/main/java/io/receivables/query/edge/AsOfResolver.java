package io.receivables.query.edge;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.Known;
import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.ledger.Progress;
import io.receivables.query.ledger.SignOffs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns "as at, as known" into a date and a position. */
public class AsOfResolver {

    private static final String SIGN_OFF = "signoff:";
    private static final Pattern SIGN_OFF_NAME = Pattern.compile(
            "(?<entity>[A-Za-z0-9._-]{1,64})/(?<month>[0-9]{4}-(0[1-9]|1[0-2]))(/(?<no>[1-9][0-9]{0,5}))?");

    private final Progress progress;
    private final LegalEntities entities;
    private final SignOffs signOffs;
    private final Clock clock;

    AsOfResolver(Progress progress, LegalEntities entities, SignOffs signOffs, Clock clock) {
        this.progress = progress;
        this.entities = entities;
        this.signOffs = signOffs;
        this.clock = clock;
    }

    /** For one legal entity: "today" is that of its time zone. */
    public AsOf resolve(AsOfRequest request, LegalEntityId entity) {
        return new AsOf(request.asAt() == null ? todayOf(entity) : Parameters.date("asAt", request.asAt()),
                known(request.asKnown()));
    }

    /** For several legal entities: "today" is the latest of theirs, so that nothing that was recorded is missing. */
    public AsOf resolve(AsOfRequest request, Scope scope) {
        return new AsOf(request.asAt() == null ? latestToday(scope) : Parameters.date("asAt", request.asAt()),
                known(request.asKnown()));
    }

    public Known known(@Nullable String asKnown) {
        if (asKnown == null) {
            return progress.now();
        }
        if (asKnown.startsWith(SIGN_OFF)) {
            return knownAtSignOff(asKnown.substring(SIGN_OFF.length()));
        }
        return asKnown.matches("[0-9]{1,18}") ? knownAt(Long.parseLong(asKnown)) : knownAt(asKnown);
    }

    /** What "today" is for the legal entity now, whatever the cut of the question. */
    public LocalDate todayOf(LegalEntityId entity) {
        return entities.find(entity, Long.MAX_VALUE)
                .map(this::today)
                .orElseThrow(() -> new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND,
                        "there is no legal entity " + entity));
    }

    /** The watermark of a month's latest sign-off, or of the one that is numbered. */
    private Known knownAtSignOff(String name) {
        var parts = SIGN_OFF_NAME.matcher(name);
        if (!parts.matches()) {
            throw new Refusal(ProblemCode.AS_KNOWN_INVALID,
                    "a sign-off is named such as signoff:FR01/2026-03 or signoff:FR01/2026-03/1, not " + name);
        }
        Scope.requireVisible(parts.group("entity"));
        var no = parts.group("no");
        return signOffs.find(new LegalEntityId(parts.group("entity")), YearMonth.parse(parts.group("month")),
                no == null ? null : Integer.valueOf(no), Long.MAX_VALUE)
                .map(signOff -> new Known(signOff.position(), signOff.recordedAt(), signOff.name()))
                .orElseThrow(() -> new Refusal(ProblemCode.SIGN_OFF_UNKNOWN, "there is no sign-off " + name));
    }

    private Known knownAt(long position) {
        long newest = progress.now().position();
        if (position > newest) {
            throw new Refusal(ProblemCode.AS_KNOWN_IN_FUTURE,
                    "asKnown " + position + " is after the newest position " + newest);
        }
        return progress.at(position);
    }

    private Known knownAt(String asKnown) {
        try {
            var instant = OffsetDateTime.parse(asKnown).toInstant();
            if (instant.isAfter(clock.instant()) && instant.isAfter(progress.now().recordedAt())) {
                throw new Refusal(ProblemCode.AS_KNOWN_IN_FUTURE, "asKnown " + asKnown + " has not come yet");
            }
            return progress.at(instant);
        } catch (DateTimeParseException neither) {
            throw new Refusal(ProblemCode.AS_KNOWN_INVALID,
                    "asKnown is neither a position, nor an instant such as 2026-03-31T12:00:00Z, nor a sign-off such as "
                            + "signoff:FR01/2026-03: " + asKnown);
        }
    }

    private LocalDate latestToday(Scope scope) {
        return entities.all(Long.MAX_VALUE)
                .stream()
                .filter(entity -> scope.contains(entity.legalEntity()))
                .map(this::today)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(clock));
    }

    private LocalDate today(LegalEntityResource entity) {
        return LocalDate.ofInstant(clock.instant(), entity.timeZone());
    }
}

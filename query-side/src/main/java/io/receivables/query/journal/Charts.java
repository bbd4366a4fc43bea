package io.receivables.query.journal;

import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.ledger.AccountMappings;
import io.receivables.query.ledger.LegalEntities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which chart is valid for a legal entity on a day. Where none was set, that of the entity's country which ships with the
 * product: a file of data, never edited once it has shipped, so that what was booked by it stays as it was.
 */
@Component
class Charts {

    /** The version number of a chart that ships. */
    private static final int SHIPPED = 0;

    private static final Comparator<AccountMappingSet> LATEST = Comparator.comparing(AccountMappingSet::validFrom)
            .thenComparing(AccountMappingSet::version);

    private final AccountMappings mappings;
    private final LegalEntities entities;
    private final JsonMapper json;

    Charts(AccountMappings mappings, LegalEntities entities, JsonMapper json) {
        this.mappings = mappings;
        this.entities = entities;
        this.json = json;
    }

    private record ShippedChart(LocalDate validFrom, VatRegime vatRegime, List<MappedAccount> accounts,
            List<MappedJournal> journals, String source) {}

    /** The charts of one legal entity, each read once. */
    final class OfEntity {

        private final LegalEntityId entity;
        private final List<AccountMappingSet> versions;
        private final Map<LocalDate, Chart> known = new HashMap<>();

        private OfEntity(LegalEntityId entity, List<AccountMappingSet> versions) {
            this.entity = entity;
            this.versions = versions;
        }

        /** @throws Refusal ACCOUNT_MAPPING_MISSING */
        Chart at(LocalDate date) {
            return known.computeIfAbsent(date, this::find);
        }

        /** One without accounts where none is valid: for days that are counted and not shown. */
        Chart orBlank(LocalDate date) {
            return inForce(date).orElseGet(() -> new Chart(new AccountMappingSet(entity, SHIPPED, date,
                    VatRegime.ON_DEBITS, List.of(), List.of(), "")));
        }

        private Optional<Chart> inForce(LocalDate date) {
            return versions.stream().filter(it -> !it.validFrom().isAfter(date)).max(LATEST).map(Chart::new);
        }

        private Chart find(LocalDate date) {
            return inForce(date).orElseThrow(() -> new Refusal(ProblemCode.ACCOUNT_MAPPING_MISSING,
                    "no account mapping of " + entity + " is valid on " + date
                            + "; set one with PUT /v1/account-mappings/" + entity));
        }
    }

    /** As known at a position. */
    OfEntity of(LegalEntityResource entity, long position) {
        var versions = mappings.of(entity.legalEntity(), position);
        var shipped = shipped(entity);
        return new OfEntity(entity.legalEntity(), shipped == null
                ? versions
                : Stream.concat(Stream.of(shipped), versions.stream()).toList());
    }

    /** Every version of every legal entity, those that ship included. */
    List<AccountMappingSet> all(long position) {
        return Stream.concat(entities.all(position)
                .stream()
                .map(this::shipped)
                .filter(Objects::nonNull), mappings.all(position).stream()).toList();
    }

    private @Nullable AccountMappingSet shipped(LegalEntityResource entity) {
        try (var file = Charts.class.getResourceAsStream("/account-mapping/" + entity.country() + ".json")) {
            if (file == null) {
                return null;
            }
            var chart = json.readValue(file.readAllBytes(), ShippedChart.class);
            return new AccountMappingSet(entity.legalEntity(), SHIPPED, chart.validFrom(), chart.vatRegime(),
                    chart.accounts(), chart.journals(), chart.source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

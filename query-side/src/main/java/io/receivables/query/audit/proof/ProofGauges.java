package io.receivables.query.audit.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.core.NestedRuntimeException;

/** What the newest proof found and how old it is; the same on every node. Without a database they are not a number. */
final class ProofGauges implements MeterBinder {

    private final ProofJournal journal;

    ProofGauges(ProofJournal journal) {
        this.journal = journal;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("receivables.proof.differences", this, it -> it.read(ProofJournal.Standing::differences))
                .description("Rows of the books that are not what the history says, as the newest proof found")
                .register(registry);
        Gauge.builder("receivables.proof.age.seconds", this, it -> it.read(ProofJournal.Standing::ageSeconds))
                .description("Since the end of the newest proof; before the first one, since the first event")
                .register(registry);
    }

    private double read(ToDoubleFunction<ProofJournal.Standing> value) {
        try {
            return value.applyAsDouble(journal.standing());
        } catch (NestedRuntimeException databaseAway) {
            return Double.NaN;
        }
    }
}

package io.receivables.query.audit.proof;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Proofs, their schedule and their metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
class ProofConfiguration {

    @Bean
    ProofJournal proofJournal(JdbcClient jdbc, JsonMapper json) {
        return new ProofJournal(jdbc, json);
    }

    @Bean
    Proofs proofs(DataSource dataSource, JdbcClient jdbc, ProofJournal proofJournal, ProofSettings settings) {
        return new Proofs(dataSource, jdbc, proofJournal, settings.atOnce());
    }

    @Bean
    ProofSchedule proofSchedule(Proofs proofs, ProofSettings settings, Clock clock) {
        return new ProofSchedule(proofs, settings.schedule(), clock);
    }

    @Bean
    ProofGauges proofGauges(ProofJournal proofJournal) {
        return new ProofGauges(proofJournal);
    }
}

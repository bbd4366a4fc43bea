package io.receivables.query;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The read side alone. */
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySideApplication {

    public static void main(String[] args) {
        try {
            var application = new SpringApplication(QuerySideApplication.class);
            application.setDefaultProperties(Map.of("spring.application.name", "receivables-query"));
            application.run(args);
        } catch (RuntimeException failure) {
            // Axon's threads would keep a process alive that never served anything.
            System.exit(1);
        }
    }
}

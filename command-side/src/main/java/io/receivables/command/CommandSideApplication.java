package io.receivables.command;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The command side alone, against a PostgreSQL given by the usual {@code spring.datasource} settings. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(CommandSideConfiguration.class)
public class CommandSideApplication {

    static void main(String[] args) {
        try {
            var application = new SpringApplication(CommandSideApplication.class);
            application.setDefaultProperties(Map.of("spring.application.name", "receivables-command"));
            application.run(args);
        } catch (RuntimeException e) {
            // Axon's threads are not daemons: without this a failed start would leave the process hanging.
            System.exit(1);
        }
    }
}

package io.receivables.standalone;

import io.receivables.command.CommandSideConfiguration;
import io.receivables.platform.identity.IdentityConfiguration;
import io.receivables.query.QuerySideConfiguration;

import io.receivables.standalone.openapi.ApiDescription;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** Command side, query side and database in one JVM. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({IdentityConfiguration.class, CommandSideConfiguration.class, QuerySideConfiguration.class,
        ApiDescription.class})
public class StandaloneApplication {

    static void main(String... arguments) {
        if (CommandLine.isCommand(arguments)) {
            System.exit(CommandLine.run(arguments));
        }
        try {
            start(DataFolder.ofEnvironment(), arguments);
        } catch (Throwable reported) {
            // Spring Boot has said why. The threads of the event processors would keep the JVM alive all the same.
            System.exit(1);
        }
    }

    static ConfigurableApplicationContext start(DataFolder folder, String... arguments) {
        // Else the framework asks its maker for news at every start.
        System.setProperty("axoniq.update-checker.disabled", "true");
        var application = new SpringApplication(StandaloneApplication.class);
        application.addInitializers(context -> ((GenericApplicationContext) context).registerBean(DataFolder.class,
                folder::created));
        application.addInitializers(new BuiltInIssuerSetup(folder));
        application.addInitializers(new SealSetup(folder));
        return application.run(arguments);
    }

    @Bean
    EmbeddedDatabase embeddedDatabase(DataFolder folder) throws IOException {
        return EmbeddedDatabase.in(folder);
    }
}

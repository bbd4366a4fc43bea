package io.receivables.platform.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Settings of every application of the product that count before there is a context, those of logging above all. They
 * come last: everything that an application or its operator sets wins.
 */
public final class ProductSettings implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources()
                    .addLast(new ResourcePropertySource("classpath:receivables-operations.properties"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

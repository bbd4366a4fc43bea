package io.receivables.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.receivables.platform.testing.EmbeddedDatabase;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Nothing leaves the machine: neither the framework's update checker nor anything else. The JDK asks the proxy selector
 * before each connection of a socket or HTTP client, so the selector sees, and stops, whatever tries.
 */
class NoOutboundCallTest {

    // Set by the build for other tests; here the configuration has to do it alone.
    private static final String SWITCH_OF_THE_BUILD = "axoniq.update-checker.disabled";
    // Despite its name: makes the checker believe that this is no test.
    private static final String AS_IN_PRODUCTION = "axoniq.usage.force-test-environment";
    // Reserved for documentation (RFC 5737): leads nowhere.
    private static final String NOWHERE = "203.0.113.7";

    private final Recorder recorder = new Recorder();
    private final ProxySelector selector = ProxySelector.getDefault();
    private final @Nullable String setByTheBuild = System.getProperty(SWITCH_OF_THE_BUILD);

    @BeforeEach
    void watch() {
        System.clearProperty(SWITCH_OF_THE_BUILD);
        System.setProperty(AS_IN_PRODUCTION, "true");
        ProxySelector.setDefault(recorder);
    }

    @AfterEach
    void restore() {
        ProxySelector.setDefault(selector);
        System.clearProperty(AS_IN_PRODUCTION);
        if (setByTheBuild != null) {
            System.setProperty(SWITCH_OF_THE_BUILD, setByTheBuild);
        }
    }

    /** Proves that the recorder bites. The checker waits a second before its first call. */
    @Test
    void theUpdateCheckerWouldBeSeen() {
        try (var _ = start("--axon.update-check.disabled=false", "--axon.update-check.url=http://" + NOWHERE + "/")) {
            await().until(() -> recorder.hosts.contains(NOWHERE));
        }
    }

    @Test
    void onlyTheDatabaseIsCalled() {
        try (var context = start()) {
            assertThat(context.getBean(EventStore.class)).isInstanceOf(ReceivablesEventStore.class);
            await().during(Duration.ofMillis(2_500)).until(() -> recorder.hosts.equals(Set.of("localhost")));
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventStoreConfiguration.class)
    static class Application {

        @Bean
        DataSource dataSource() {
            return EmbeddedDatabase.freshDatabase();
        }
    }

    private static final class Recorder extends ProxySelector {

        private final Set<String> hosts = ConcurrentHashMap.newKeySet();

        @Override
        public List<Proxy> select(URI uri) {
            hosts.add(uri.getHost());
            if (!uri.getHost().equals("localhost")) {
                throw new IllegalArgumentException("no call to " + uri);
            }
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            hosts.add(uri.getHost());
        }
    }
}

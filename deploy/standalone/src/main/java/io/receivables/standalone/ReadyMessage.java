package io.receivables.standalone;

import io.receivables.standalone.demo.DemoBook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the instance listens, on the console and in the data folder; loads the demo book first if asked. */
@Component
final class ReadyMessage {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyMessage.class);

    private final DataFolder folder;
    private final ObjectProvider<BuiltInIssuer> issuer;
    private final Environment environment;
    private final ApplicationArguments arguments;

    ReadyMessage(DataFolder folder, ObjectProvider<BuiltInIssuer> issuer, Environment environment,
            ApplicationArguments arguments) {
        this.folder = folder;
        this.issuer = issuer;
        this.environment = environment;
        this.arguments = arguments;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() throws IOException {
        var url = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/");
        Files.writeString(folder.url(), url.toString());
        var token = issuer.getIfAvailable();
        if (token != null && demoWanted()) {
            // Beside, so that the instance counts as ready meanwhile.
            Thread.ofPlatform().name("demo-book").start(() -> loadThenSay(url, token));
        } else {
            say(url);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void onClose() throws IOException {
        Files.deleteIfExists(folder.url());
    }

    private boolean demoWanted() {
        return arguments.containsOption("demo") || environment.getProperty("receivables.demo", Boolean.class, false);
    }

    private void loadThenSay(URI url, BuiltInIssuer token) {
        try {
            DemoBook.load(url, DemoToken.of(token));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            LOG.error("the demo book was not loaded", failure);
        }
        say(url);
    }

    private void say(URI url) {
        System.out.println("""

                Receivables is ready.
                  pages    open %s
                  token    deploy/standalone/run token --role controller
                  data     %s
                """.formatted(url, folder.path()));
    }
}

package io.receivables.bench.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The product as it runs in this JVM. */
public final class Service implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Map<String, String> settings;
    private final String token;

    private Service(ConfigurableApplicationContext context, Map<String, String> settings, String token) {
        this.context = context;
        this.settings = settings;
        this.token = token;
    }

    public static Service start(BenchDatabase database, Path folder) throws IOException {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var tokens = Tokens.in(folder);
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.datasource.url", database.url());
        settings.put("receivables.identity.issuer", Tokens.ISSUER);
        settings.put("receivables.identity.jwk-set-file", tokens.keyFile().toString());
        var arguments = settings.entrySet()
                .stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        var context = SpringApplication.run(BenchApplication.class, arguments);
        return new Service(context, Map.copyOf(settings), tokens.token());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** What another process of the product needs to work on the same database. */
    public Map<String, String> settings() {
        return settings;
    }

    public URI uri() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the service has no web server");
        }
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public String token() {
        return token;
    }

    public Http http() {
        return new Http(uri(), token);
    }

    @Override
    public void close() {
        context.close();
    }
}

package io.receivables.command.testing;

import io.receivables.command.CommandSideApplication;
import io.receivables.platform.identity.TestIdentity;
import io.receivables.platform.testing.EmbeddedDatabase;
import java.net.URI;
import java.util.HashMap;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One command side on a database of its own, for all tests of the JVM; real HTTP, real PostgreSQL. */
public final class CommandServer {

    private static final ConfigurableApplicationContext CONTEXT = start();

    private CommandServer() {}

    public static ConfigurableApplicationContext context() {
        return CONTEXT;
    }

    public static URI uri() {
        return URI.create("http://127.0.0.1:" + CONTEXT.getEnvironment().getProperty("local.server.port"));
    }

    /** Whether a statement waits for what another transaction has locked. */
    public static boolean isLockedOut(String partOfStatement) {
        return CONTEXT.getBean(JdbcClient.class)
                .sql("""
                        select exists (select from pg_stat_activity
                                        where wait_event_type = 'Lock' and position(? in query) > 0)""")
                .param(partOfStatement)
                .query(Boolean.class)
                .single();
    }

    private static ConfigurableApplicationContext start() {
        var properties = new HashMap<String, Object>(TestIdentity.settings());
        properties.put("server.port", "0");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jmx.enabled", "false");
        // Tests ask for runs themselves.
        properties.put("receivables.agreements.look-every", "PT0S");
        return new SpringApplicationBuilder(CommandSideApplication.class).properties(properties)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(DataSource.class,
                        EmbeddedDatabase::freshDatabase))
                .run();
    }
}

package io.receivables.bench.run;

import io.receivables.command.CommandSideConfiguration;
import io.receivables.platform.identity.IdentityConfiguration;
import io.receivables.query.QuerySideConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Both sides in one JVM, as in the default installation, and the one endpoint that the bench adds. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({IdentityConfiguration.class, CommandSideConfiguration.class, QuerySideConfiguration.class})
class BenchApplication {}

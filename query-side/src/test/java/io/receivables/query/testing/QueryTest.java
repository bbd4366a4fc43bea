package io.receivables.query.testing;

import io.receivables.query.QuerySideApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole read side on a real PostgreSQL, one for all tests: each takes a legal entity of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = QuerySideApplication.class, properties = "receivables.ledger.rest=0ms")
@Import(QueryTestConfiguration.class)
public @interface QueryTest {}

package io.receivables.bench.run;

import io.receivables.bench.book.Book;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the figures of one run share.
 *
 * @param plain connections that the references use
 * @param folder where logs and recordings go
 */
public record Run(BenchDatabase database, DataSource plain, Service service, Book book, Effort effort, Path folder) {

    public JdbcClient jdbc() {
        return JdbcClient.create(plain);
    }
}

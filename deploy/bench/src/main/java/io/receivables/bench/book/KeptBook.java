package io.receivables.bench.book;

import io.receivables.bench.book.Book.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/** What is known of a book whose database is kept in a folder, so that a later run need not make it again. */
public final class KeptBook {

    private static final String FILE = "book.properties";

    private KeptBook() {}

    /**
     * The book that is kept there, if any.
     *
     * @throws IllegalStateException if it is of another shape
     */
    public static Optional<Book> in(Path folder, Shape shape) throws IOException {
        var file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        var its = new Shape(Integer.parseInt(kept.getProperty("invoices")),
                Integer.parseInt(kept.getProperty("months")), Long.parseLong(kept.getProperty("seed")));
        if (!its.equals(shape)) {
            throw new IllegalStateException("the book in " + folder + " has " + its + ", not " + shape);
        }
        return Optional.of(new Book(its, LocalDate.parse(kept.getProperty("first")),
                LocalDate.parse(kept.getProperty("last")), Long.parseLong(kept.getProperty("events"))));
    }

    /** Once all of it is in the database: what a killed run has left is no book. */
    public static void keep(Path folder, Book book) throws IOException {
        var kept = new Properties();
        kept.setProperty("invoices", Integer.toString(book.shape().invoices()));
        kept.setProperty("months", Integer.toString(book.shape().months()));
        kept.setProperty("seed", Long.toString(book.shape().seed()));
        kept.setProperty("first", book.first().toString());
        kept.setProperty("last", book.last().toString());
        kept.setProperty("events", Long.toString(book.events()));
        try (var out = Files.newBufferedWriter(folder.resolve(FILE))) {
            kept.store(out, null);
        }
    }
}

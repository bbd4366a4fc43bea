package io.receivables.standalone;

import io.receivables.platform.identity.Role;
import io.receivables.standalone.bookimport.BookImport;
import io.receivables.standalone.bookimport.BookKind;
import io.receivables.standalone.bookimport.Dialect;
import io.receivables.standalone.bookimport.Field;
import io.receivables.standalone.bookimport.ImportRefused;
import io.receivables.standalone.bookimport.ImportReport;
import io.receivables.standalone.bookimport.Layout;
import io.receivables.standalone.bookimport.Mapping;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a CSV file into the running instance of the data folder. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Imports a CSV file of invoices or open items into the running instance.",
        "Exit code: 0 all rows were accepted, 3 some were refused, 1 the import failed,",
        "2 wrong options or a file that cannot be read."})
@SuppressWarnings("NullAway.Init") // filled by picocli
final class ImportCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 3;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;
    @Option(names = "--kind", required = true, paramLabel = "<kind>", description = "invoices: documents of this book; open-items: what another ledger had open.")
    private String kind;
    @Option(names = "--legal-entity", required = true, paramLabel = "<id>", description = "Whose book it is; it is there already.")
    private String legalEntity;
    @Option(names = "--cut-over", paramLabel = "<date>", description = "The day from which open items count.")
    private @Nullable LocalDate cutOver;
    @Option(names = "--accounts-from", paramLabel = "<date>", description = "From when on new accounts are open; by default the cut-over, or their first document.")
    private @Nullable LocalDate accountsFrom;
    @Option(names = "--layout", defaultValue = "standard", paramLabel = "<name>", description = "How the file names its columns and writes: ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.", completionCandidates = Layouts.class)
    private String layout;
    @Option(names = "--map", paramLabel = "<field>=<column>", description = "The header or number (from 1) of a field's column.")
    private Map<String, String> columns = Map.of();
    @Option(names = "--set", paramLabel = "<field>=<value>", description = "A value that holds for all rows: --set currency=EUR.")
    private Map<String, String> values = Map.of();
    @Option(names = "--delimiter", paramLabel = "<sign>", description = "Between the columns; tab for a tabulator.")
    private @Nullable String delimiter;
    @Option(names = "--charset", paramLabel = "<name>", description = "By default UTF-8; windows-1252 for many spreadsheets.")
    private @Nullable Charset charset;
    @Option(names = "--date-format", paramLabel = "<pattern>", description = "Such as dd/MM/yyyy or M/d/yyyy; may be given several times.")
    private List<String> dates = List.of();
    @Option(names = "--decimal-sign", paramLabel = "<sign>", description = ". or ,")
    private @Nullable Character decimalSign;
    @Option(names = "--no-header", description = "The first row is a document already; columns are numbers.")
    private boolean noHeader;
    @Option(names = "--dry-run", description = "Every row is judged, nothing is recorded.")
    private boolean dryRun;
    @Option(names = "--to", paramLabel = "<file>", description = "Writes the batch of commands to a file (NDJSON) and sends nothing.")
    private @Nullable Path to;
    @Option(names = "--report", paramLabel = "<file>", description = "Writes every refusal to a file (CSV).")
    private @Nullable Path report;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Files.notExists(file)) {
            throw wrong("there is no file " + file);
        }
        try {
            var made = run();
            made.print(spec.commandLine().getOut());
            if (report != null) {
                made.write(report);
            }
            return made.isClean() ? 0 : SOME_REFUSED;
        } catch (ImportRefused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return picocli.CommandLine.ExitCode.USAGE;
        }
    }

    private ImportReport run() throws IOException, InterruptedException {
        var preset = Layout.named(layout);
        var book = new BookImport(kind(), legalEntity, cutOver, accountsFrom,
                new Mapping(preset, fields(columns), fields(values)), dialect(preset));
        if (to != null) {
            return book.write(file, to);
        }
        var folder = DataFolder.ofEnvironment();
        if (Files.notExists(folder.url())) {
            throw new StartRefused("no instance runs in " + folder.path(), "Start one first.");
        }
        // Always the same subject, for idempotency keys belong to a subject.
        var token = BuiltInIssuer.in(folder).token("import", List.of(Role.CONTROLLER, Role.INTEGRATION));
        return book.send(file, URI.create(Files.readString(folder.url()).strip()), token, dryRun);
    }

    private Dialect dialect(Layout preset) {
        return new Dialect(delimiter == null ? preset.delimiter() : sign(delimiter),
                charset == null ? StandardCharsets.UTF_8 : charset, dates.isEmpty() ? preset.datePatterns() : dates,
                decimalSign == null ? preset.decimalSign() : decimalSign, !noHeader);
    }

    private char sign(String written) {
        if (written.equals("tab") || written.equals("\\t")) {
            return '\t';
        }
        if (written.length() != 1) {
            throw wrong("one sign is expected between the columns, not " + written);
        }
        return written.charAt(0);
    }

    private BookKind kind() {
        return switch (kind) {
            case "invoices" -> BookKind.INVOICES;
            case "open-items" -> BookKind.OPEN_ITEMS;
            default -> throw wrong("--kind is invoices or open-items, not " + kind);
        };
    }

    private Map<Field, String> fields(Map<String, String> named) {
        var fields = new EnumMap<Field, String>(Field.class);
        named.forEach((name, value) -> fields.put(Field.of(name)
                .orElseThrow(() -> wrong("no such field: " + name + "; there are "
                        + Arrays.stream(Field.values()).map(Field::code).collect(Collectors.joining(", ")))),
                value));
        return fields;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    /** The names of the layouts, for the help. */
    static final class Layouts implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Layout.names().iterator();
        }
    }
}

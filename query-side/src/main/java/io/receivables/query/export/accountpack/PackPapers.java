package io.receivables.query.export.accountpack;

import io.receivables.events.account.AccountId;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Pdf;
import io.receivables.query.statement.GetStatement;
import io.receivables.query.statement.StatementPdf;
import io.receivables.query.statement.StatementTable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The statement from the first day on and a sheet for each invoice, on paper; long ones in several documents. */
@Component
class PackPapers {

    private static final int SHEETS = 200;

    private final GetStatement statements;
    private final StatementPdf statementPdf;
    private final PackLists lists;
    private final Pdf pdf;
    private final JsonMapper json;

    PackPapers(GetStatement statements, StatementPdf statementPdf, PackLists lists, Pdf pdf, JsonMapper json) {
        this.statements = statements;
        this.statementPdf = statementPdf;
        this.lists = lists;
        this.pdf = pdf;
        this.json = json;
    }

    void write(AccountId id, AsOfRequest asOf, Locale locale, ZipFiles zip) throws IOException {
        var statement = statements.handle(id, null, asOf.asAt(), asOf.asKnown());
        var parts = statement.parts(StatementPdf.MOST_LINES);
        for (int no = 1; no <= parts.size(); no++) {
            var part = parts.get(no - 1);
            var which = parts.size() == 1 ? null : no + " / " + parts.size();
            zip.addDocument(name("statement", no, parts.size()), out -> statementPdf.write(part, which, out));
        }
        zip.add("statement.csv", out -> {
            StatementTable.of(statement).writeCsv(out);
            return statement.lines().size();
        });
        zip.add("statement.json", out -> {
            out.write(json.writeValueAsBytes(statement));
            return statement.lines().size();
        });
        var invoices = lists.invoices(id, asOf);
        int documents = Math.max(1, (invoices.size() + SHEETS - 1) / SHEETS);
        for (int no = 1; no <= documents; no++) {
            var some = invoices.subList((no - 1) * SHEETS, Math.min(invoices.size(), no * SHEETS));
            zip.add(name("invoices", no, documents), out -> {
                sheets(id, asOf, locale, some, out);
                return some.size();
            });
        }
    }

    private void sheets(AccountId id, AsOfRequest asOf, Locale locale, List<?> invoices, OutputStream out)
            throws IOException {
        pdf.write("invoices", locale, Map.of("account", id.value(), "asAt",
                LocalDate.parse(Objects.requireNonNull(asOf.asAt())), "items", invoices), out);
    }

    /** {@code statement.pdf}, or {@code statement-2.pdf} where there are several. */
    private static String name(String document, int no, int all) {
        return document + (all == 1 ? "" : "-" + no) + ".pdf";
    }
}

package io.receivables.query.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes a table as CSV or as a sheet, by what the client accepts. */
final class TableConverter extends AbstractHttpMessageConverter<Table> {

    /** So many rows of a sheet are kept until they are written. */
    private static final int FLUSHED_ROWS = 500;

    TableConverter() {
        super(MediaType.valueOf(Table.CSV), MediaType.valueOf(Table.XLSX));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Table.class;
    }

    @Override
    protected Table readInternal(Class<? extends Table> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("tables are written only", input);
    }

    @Override
    protected void writeInternal(Table table, HttpOutputMessage output) throws IOException {
        var type = output.getHeaders().getContentType();
        if (type != null && type.isCompatibleWith(MediaType.valueOf(Table.XLSX))) {
            writeSheet(table, output);
        } else {
            output.getHeaders().setContentType(new MediaType("text", "csv", UTF_8));
            table.writeCsv(output.getBody());
        }
    }

    private static void writeSheet(Table table, HttpOutputMessage output) throws IOException {
        var workbook = new Workbook(output.getBody(), "Receivables", "1.0");
        var sheet = workbook.newWorksheet("Receivables");
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column));
            sheet.style(0, column).bold().set();
        }
        for (int row = 0; row < table.rows().size(); row++) {
            writeRow(sheet, row + 1, table.rows().get(row));
            if (row % FLUSHED_ROWS == 0) {
                sheet.flush();
            }
        }
        workbook.finish();
    }

    private static void writeRow(Worksheet sheet, int row, List<@Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {
                }
                case Number number -> sheet.value(row, column, number);
                case LocalDate date -> {
                    sheet.value(row, column, date);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Object text -> sheet.value(row, column, Table.safe(text.toString()));
            }
        }
    }
}

package io.receivables.query.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes any list as CSV or as a sheet: the same rows as its JSON. A file of which no limit was named has all of them, or is
 * refused; one without rows has its columns.
 */
final class PageConverter extends AbstractSmartHttpMessageConverter<Page<?>> {

    private final TableConverter tables;
    private final JsonMapper json;

    PageConverter(TableConverter tables, JsonMapper json) {
        super(MediaType.valueOf(Table.CSV), MediaType.valueOf(Table.XLSX));
        this.tables = tables;
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Page.class;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        return false;
    }

    /** Only where a file is asked for: who takes anything gets JSON. */
    @Override
    public boolean canWrite(ResolvableType type, Class<?> written, @Nullable MediaType media) {
        return supports(written) && FileRequest.isOne() && canWrite(media);
    }

    @Override
    public Page<?> read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints) {
        throw new HttpMessageNotReadableException("lists are written only", input);
    }

    @Override
    protected void writeInternal(Page<?> page, ResolvableType type, HttpOutputMessage output,
            @Nullable Map<String, Object> hints) throws IOException {
        if (page.nextCursor() != null && !FileRequest.namesLimit()) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "a file has at most " + FileRequest.mostRows()
                    + " rows, and there are more; ask with limit and after, or for less");
        }
        tables.writeInternal(Table.of(type.as(Page.class).getGeneric(0).toClass(), page.items(), json), output);
    }
}

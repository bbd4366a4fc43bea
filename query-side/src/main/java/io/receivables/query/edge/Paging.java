package io.receivables.query.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, as written in the query.
 *
 * @param after the cursor that the page before gave
 */
public record Paging(@Nullable String limit, @Nullable String after) {

    public static final Paging FIRST_PAGE = new Paging(null, null);

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    /** All rows of a list that is asked for as a file, unless a limit is named. */
    public int size() {
        return sizeOr(FileRequest.isOne() ? FileRequest.mostRows() : DEFAULT_LIMIT);
    }

    /** A file has all rows unless a limit is named: a sheet that ends at row 100 would be taken for the whole. */
    public int sizeOfFile(int most) {
        return sizeOr(most);
    }

    private int sizeOr(int absent) {
        if (limit == null) {
            return absent;
        }
        if (!limit.matches("[0-9]{1,18}") || Long.parseLong(limit) == 0) {
            throw new Refusal(ProblemCode.VALUE_INVALID, "limit is not a number from 1 to " + MAX_LIMIT + ": " + limit);
        }
        if (Long.parseLong(limit) > MAX_LIMIT) {
            throw new Refusal(ProblemCode.LIMIT_TOO_LARGE, "limit " + limit + " is above " + MAX_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    /** The keys of the last row before the page, or null on the first page. */
    public @Nullable List<String> afterKeys(int count) {
        return after == null ? null : Cursor.read(after, count);
    }
}

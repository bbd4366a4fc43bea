package io.receivables.query.export.accountpack;

import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a list to its end. Its cut is fixed, so that the pages fit together while facts come in. */
final class AllPages {

    private static final String LARGEST = "500";

    private AllPages() {}

    static <T> List<T> of(Function<Paging, Page<T>> list) {
        var all = new ArrayList<T>();
        var paging = new Paging(LARGEST, null);
        while (true) {
            var page = list.apply(paging);
            all.addAll(page.items());
            if (page.nextCursor() == null) {
                return all;
            }
            paging = new Paging(LARGEST, page.nextCursor());
        }
    }
}

package io.receivables.query.page;

import io.receivables.query.accesslog.AccessRequest;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who looked at what. */
@Controller
class AccessLogPage {

    private final ReadAccessLog log;

    AccessLogPage(ReadAccessLog log) {
        this.log = log;
    }

    /** The fields of the form, as they stand in the page's address; days are UTC's. */
    record Form(@Nullable String who, @Nullable String accountId, @Nullable String legalEntity, @Nullable String from,
            @Nullable String to, @Nullable String kind) {

        private AccessRequest request() {
            return new AccessRequest(who, accountId, legalEntity, from == null ? null : instant(from, "00:00:00Z"),
                    to == null ? null : instant(to, "23:59:59.999999Z"), kind);
        }

        /** What is no day is left for the query to refuse. */
        private static String instant(String day, String time) {
            return day.contains("T") ? day : day + "T" + time;
        }

        private String after(@Nullable String after) {
            var fields = new LinkedHashMap<String, @Nullable String>();
            fields.put("who", who);
            fields.put("accountId", accountId);
            fields.put("legalEntity", legalEntity);
            fields.put("from", from);
            fields.put("to", to);
            fields.put("kind", kind);
            fields.put("after", after);
            return Links.url("/access-log", fields);
        }
    }

    @GetMapping("/access-log")
    ModelAndView show(Form form, @RequestParam(required = false) @Nullable String after) {
        var sheet = log.handle(form.request(), after);
        return new ModelAndView("page/access-log").addObject("form", form)
                .addObject("to", Links.LIVE)
                .addObject("sheet", sheet)
                .addObject("firstPage", after == null ? null : form.after(null))
                .addObject("nextPage", sheet.nextCursor() == null ? null : form.after(sheet.nextCursor()));
    }
}

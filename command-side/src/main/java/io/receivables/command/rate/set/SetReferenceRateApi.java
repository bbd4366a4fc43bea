package io.receivables.command.rate.set;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.stream.Amounts;
import io.receivables.events.money.Percentage;
import io.receivables.events.rate.HalfYearRate;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetReferenceRateApi {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final int MOST_VALUES = 500;

    private final Commands commands;

    SetReferenceRateApi(Commands commands) {
        this.commands = commands;
    }

    record Body(List<ValueBody> values, String source) {}

    record ValueBody(LocalDate validFrom, Percentage percent) {}

    @PutMapping("/v1/reference-rates/{rate}")
    ResponseEntity<byte[]> set(@PathVariable String rate, @RequestBody Body body, CommandContext context) {
        requireName(rate);
        return commands.send(new SetReferenceRate(rate, values(body.values()), body.source()), context);
    }

    static void requireName(String rate) {
        if (!NAME.matcher(rate).matches()) {
            throw Amounts.refusal(ProblemCode.ID_INVALID, "/rate",
                    "1 to 64 of A-Z 0-9 _ are expected, as in ECB_MRO, not " + rate);
        }
    }

    private static List<HalfYearRate> values(List<ValueBody> bodies) {
        if (bodies.isEmpty() || bodies.size() > MOST_VALUES) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/values",
                    "1 to " + MOST_VALUES + " values are expected, not " + bodies.size());
        }
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < bodies.size(); i++) {
            var day = bodies.get(i).validFrom();
            var pointer = "/values/" + i + "/validFrom";
            if (!day.equals(HalfYearRate.startOf(day))) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                        "the value of 1 January or 1 July counts for a half-year, not that of " + day);
            }
            if (!seen.add(day)) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer, day + " has two values");
            }
        }
        return bodies.stream().map(body -> new HalfYearRate(body.validFrom(), body.percent())).toList();
    }
}

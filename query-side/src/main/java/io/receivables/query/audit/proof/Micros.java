package io.receivables.query.audit.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as whole microseconds since 1970. */
final class Micros {

    private Micros() {}

    static String text(String micros) {
        return at(Long.parseLong(micros)).toString();
    }

    /** The first day of the month (UTC). */
    static String month(long micros) {
        return firstDay(micros).toString();
    }

    /** When the next month begins. */
    static long nextMonth(long micros) {
        var next = firstDay(micros).plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return Instant.EPOCH.until(next, ChronoUnit.MICROS);
    }

    private static LocalDate firstDay(long micros) {
        return LocalDate.ofInstant(at(micros), ZoneOffset.UTC).withDayOfMonth(1);
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

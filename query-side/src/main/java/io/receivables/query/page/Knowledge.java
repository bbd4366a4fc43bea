package io.receivables.query.page;

import io.receivables.query.ledger.Known;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a page knew.
 *
 * @param recordedAt for people, in UTC
 * @param past whether more has been recorded since
 */
record Knowledge(long position, String positionText, String recordedAt, boolean past) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static Knowledge of(Known known, Known newest) {
        return new Knowledge(known.position(), Amount.grouped(Long.toString(known.position())),
                time(known.recordedAt()), known.position() < newest.position());
    }

    public boolean nothing() {
        return position == 0;
    }

    static String time(Instant instant) {
        return TIME.format(instant) + " UTC";
    }
}

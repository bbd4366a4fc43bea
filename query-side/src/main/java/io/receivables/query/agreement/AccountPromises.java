package io.receivables.query.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.platform.agreement.PromiseStatus;
import io.receivables.platform.resource.PromiseResource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The promises of an account, and how often it kept its word.
 *
 * @param items in the order in which they were made
 * @param decided how many were kept, kept in part or broken
 * @param shareKept what part of those was kept, in percent, half up; absent while none is decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountPromises(List<PromiseResource> items, int decided, int kept, int partlyKept, int broken,
        @Nullable String shareKept) {

    static AccountPromises of(List<PromiseResource> promises) {
        int kept = count(promises, PromiseStatus.KEPT);
        int partly = count(promises, PromiseStatus.PARTLY_KEPT);
        int broken = count(promises, PromiseStatus.BROKEN);
        int decided = kept + partly + broken;
        return new AccountPromises(promises, decided, kept, partly, broken, decided == 0
                ? null
                : BigDecimal.valueOf(100L * kept)
                        .divide(BigDecimal.valueOf(decided), 2, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    private static int count(List<PromiseResource> promises, PromiseStatus status) {
        return (int) promises.stream().filter(it -> it.status() == status).count();
    }
}

package io.receivables.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    @Test
    void axonUsesThem() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
        assertThat(UUID.fromString(IdentifierFactory.getInstance().generateIdentifier()).version()).isEqualTo(7);
    }

    @Test
    void aLaterMillisecondSortsBehindAnEarlierOne() {
        var earlier = TimeOrderedIds.of(1_800_000_000_000L, new UUID(-1, -1));
        var later = TimeOrderedIds.of(1_800_000_000_001L, new UUID(0, Long.MIN_VALUE));

        assertThat(later.toString()).isGreaterThan(earlier.toString());
    }

    @Test
    void whatIsRandomStaysButForTheVersion() {
        var id = TimeOrderedIds.of(1, UUID.fromString("01234567-89ab-4cde-8f01-23456789abcd"));

        assertThat(id).hasToString("00000000-0001-7cde-8f01-23456789abcd");
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void twoAreNeverTheSame() {
        var ids = new TimeOrderedIds();

        assertThat(Stream.generate(ids::generateIdentifier).parallel().limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void eachHasTheVariantAndRandomBitsEverywhereBehindIt() {
        var bits = Stream.generate(() -> UUID.fromString(TimeOrderedIds.next())).limit(2_000).toList();

        assertThat(bits).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(bits.stream().mapToLong(UUID::getLeastSignificantBits).reduce(0, (a, b) -> a | b))
                .isEqualTo(~0L >>> 2 | Long.MIN_VALUE);
        assertThat(bits.stream().mapToLong(UUID::getLeastSignificantBits).reduce(-1, (a, b) -> a & b))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(bits.stream().mapToLong(id -> id.getMostSignificantBits() & 0xfff).reduce(0, (a, b) -> a | b))
                .isEqualTo(0xfff);
    }
}

package io.receivables.command.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamCacheTest {

    private final StreamCache cache = new StreamCache(3, 2);

    @Test
    void documentsAreKeptForAShortWhileAndTakeNoAccountsPlace() {
        cache.put("account/C1", "account");
        cache.put("policy/FR01", "policy");
        for (int i = 1; i <= 10; i++) {
            cache.put("invoice/INV-" + i, "invoice " + i);
            cache.put("payment/P-" + i, "payment " + i);
        }

        assertThat(cache.containsKey("account/C1")).isTrue();
        assertThat(cache.containsKey("policy/FR01")).isTrue();
        assertThat(cache.containsKey("invoice/INV-9")).isFalse();
        assertThat(cache.<String, String>get("invoice/INV-10")).isEqualTo("invoice 10");
        assertThat(cache.<String, String>get("payment/P-10")).isEqualTo("payment 10");
    }

    @Test
    void whatWasUsedLastStays() {
        cache.put("invoice/INV-1", "first");
        cache.put("invoice/INV-2", "second");
        cache.get("invoice/INV-1");
        cache.put("invoice/INV-3", "third");

        assertThat(cache.containsKey("invoice/INV-1")).isTrue();
        assertThat(cache.containsKey("invoice/INV-2")).isFalse();
    }

    @Test
    void streamsOfBothKindsAreForgottenTogether() {
        cache.put("account/C1", "stays");
        cache.noteTouched();
        cache.put("account/C2", "stale");
        cache.put("invoice/INV-1", "stale");

        cache.forgetTouched();

        assertThat(cache.containsKey("account/C1")).isTrue();
        assertThat(cache.containsKey("account/C2")).isFalse();
        assertThat(cache.containsKey("invoice/INV-1")).isFalse();
    }
}

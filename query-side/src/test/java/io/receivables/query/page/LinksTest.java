package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {

    private final Links links = new Links(
            new Viewpoint("2026-03-31", "2026-04-01T12:00:00+02:00", null, "30,60", null));

    @Test
    void theViewpointIsKept() {
        assertThat(links.account("C1"))
                .isEqualTo("/accounts/C1?asAt=2026-03-31&asKnown=2026-04-01T12%3A00%3A00%2B02%3A00&edges=30%2C60");
    }

    @Test
    void whatIsTypedStaysAValue() {
        assertThat(Links.LIVE.search("a&b={c}/?\"<")).isEqualTo("/search?q=a%26b%3D%7Bc%7D%2F%3F%22%3C");
    }

    @Test
    void withoutViewpointTheAddressIsPlain() {
        assertThat(Links.LIVE.invoice("INV-1")).isEqualTo("/invoices/INV-1");
    }
}

package io.receivables.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;

class CorrelationTest {

    @AfterEach
    void clean() {
        MDC.clear();
    }

    @Test
    void anIdThatCouldBreakALineIsReplacedAndStaysTheSameForTheRequest() {
        for (var given : new String[]{"", "two words", "line\nbreak", "x".repeat(65)}) {
            var request = request(given);
            assertThat(Correlation.of(request)).isNotEqualTo(given).isEqualTo(Correlation.of(request)).hasSize(36);
        }
    }

    @Test
    void theIdOfTheClientIsKept() {
        assertThat(Correlation.of(request("order-4711_B.2"))).isEqualTo("order-4711_B.2");
    }

    @Test
    void aScopeEndsWithWhatWasBefore() {
        try (var _ = Correlation.during("outer")) {
            try (var _ = Correlation.during(null)) {
                assertThat(MDC.get(Correlation.KEY)).isNull();
            }
            assertThat(MDC.get(Correlation.KEY)).isEqualTo("outer");
        }
        assertThat(MDC.get(Correlation.KEY)).isNull();
    }

    /** One thread handles messages of many requests one after the other: none inherits the id of the one before. */
    @Test
    void aMessageHasItsOwnIdAndLeavesNone() throws Exception {
        var command = new GenericCommandMessage<>("command").andMetaData(Map.of(Correlation.KEY, "mine"));
        assertThat(new TracedMessages().handle(new DefaultUnitOfWork<>(command), () -> MDC.get(Correlation.KEY)))
                .isEqualTo("mine");
        assertThat(new TracedMessages().handle(new DefaultUnitOfWork<>(new GenericCommandMessage<>("other")),
                () -> MDC.get(Correlation.KEY))).isNull();
        assertThat(MDC.get(Correlation.KEY)).isNull();
    }

    private static MockHttpServletRequest request(String id) {
        var request = new MockHttpServletRequest();
        request.addHeader(Correlation.HEADER, id);
        return request;
    }
}

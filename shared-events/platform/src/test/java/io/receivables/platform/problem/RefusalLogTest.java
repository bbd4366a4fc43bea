package io.receivables.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.receivables.platform.problem.Refusal.FieldError;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalLogTest {

    private static final String NAME = "Jeanne Exemple";
    private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void inputThatCannotBeReadIsNotRepeated() {
        RefusalLog.refused(new Refusal(ProblemCode.VALUE_INVALID, "/name: " + NAME,
                List.of(new FieldError("/name", ProblemCode.VALUE_INVALID, NAME + " is no name"))));
        RefusalLog.refused(new Refusal(ProblemCode.PARAMETER_INVALID, "limit cannot be read: " + NAME));

        assertThat(messages()).containsExactly("refused VALUE_INVALID: /name VALUE_INVALID",
                "refused PARAMETER_INVALID");
    }

    @Test
    void aRuleSaysItsNumbers() {
        RefusalLog.refused(new Refusal(ProblemCode.INVOICE_NOT_FOUND, "no invoice INV-1"));

        assertThat(messages()).containsExactly("refused INVOICE_NOT_FOUND: no invoice INV-1");
        var line = lines.list.getFirst();
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getKeyValuePairs()).singleElement()
                .satisfies(pair -> assertThat(pair.key + "=" + pair.value).isEqualTo("code=INVOICE_NOT_FOUND"));
    }

    private List<String> messages() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}

package io.receivables.platform.problem;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each refusal, at info, with its code as a field of its own. The detail of a rule has numbers and ids and
 * is told; that of input that cannot be read may repeat the input, names included, and is not.
 */
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private RefusalLog() {}

    static void refused(Refusal refusal) {
        if (!refusal.errors().isEmpty()) {
            write(refusal.code(), refusal.errors()
                    .stream()
                    .map(error -> error.pointer() + " " + error.code())
                    .collect(Collectors.joining(", ", ": ", "")));
        } else if (refusal.code().status() == 400) {
            write(refusal.code(), "");
        } else {
            write(refusal.code(), ": " + refusal.detail());
        }
    }

    /** Of a request that reached none of our own rules. */
    public static void refused(ProblemCode code) {
        write(code, "");
    }

    private static void write(ProblemCode code, String what) {
        LOG.atInfo().addKeyValue("code", code).log("refused {}{}", code, what);
    }
}

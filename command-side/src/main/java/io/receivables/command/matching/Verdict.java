package io.receivables.command.matching;

import java.util.List;

/** What a rule says. */
sealed interface Verdict {

    /** @param last whether what is left is a small difference, so that no other rule is asked */
    record Chosen(List<Share> shares, String reason, boolean last) implements Verdict {}

    /** Nothing: the next rule is asked. */
    record Silent() implements Verdict {}

    /** More than one answer: a person decides, and no other rule is asked. */
    record Ambiguous(String reason) implements Verdict {}

    static Verdict chosen(List<Share> shares, String reason) {
        return shares.isEmpty() ? new Silent() : new Chosen(shares, reason, false);
    }
}

package io.receivables.events.policy;

import java.util.Locale;

/** The languages that letters are written in. */
public enum LetterLanguage {
    FR,
    EN;

    /** As in BCP 47: {@code fr}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}

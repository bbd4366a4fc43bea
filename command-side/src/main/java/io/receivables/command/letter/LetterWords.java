package io.receivables.command.letter;

import io.receivables.events.money.Money;
import io.receivables.events.policy.LetterLanguage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of one edition in one language, and how it writes dates and amounts. */
final class LetterWords {

    private final Properties texts = new Properties();
    private final Locale locale;

    LetterWords(int edition, LetterLanguage language) {
        // The whole product writes British English.
        this.locale = language == LetterLanguage.FR ? Locale.FRANCE : Locale.UK;
        var file = "/letters/" + edition + "/" + language.tag() + ".properties";
        try (var in = new InputStreamReader(Objects.requireNonNull(LetterWords.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... values) {
        return new MessageFormat(Objects.requireNonNull(texts.getProperty(key), key), locale).format(values);
    }

    String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** For columns. */
    String shortDate(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", locale));
    }

    String amount(Money money) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount()) + "\u00a0" + money.currency().getCurrencyCode();
    }
}

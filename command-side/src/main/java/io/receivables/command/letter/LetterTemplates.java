package io.receivables.command.letter;

import io.receivables.events.policy.DunningLevel;
import io.receivables.events.policy.LetterLanguage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes letters. Templates are kept in editions ({@code letters/1}): what was sent is proved by its hash, and its edition tells
 * which words it had. An edition that was shipped is not changed; a new one stands beside it.
 */
@Component
public class LetterTemplates {

    /** The edition that letters are written in today. */
    public static final int EDITION = 2;

    public static final String FIRST_REMINDER = "first-reminder";
    public static final String FURTHER_REMINDER = "further-reminder";
    public static final String FINAL_NOTICE = "final-notice";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<LetterLanguage, LetterWords> words = new EnumMap<>(LetterLanguage.class);

    LetterTemplates() {
        engine.addTemplateResolver(resolver("letter.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("letter.txt", TemplateMode.TEXT));
        for (var language : LetterLanguage.values()) {
            words.put(language, new LetterWords(EDITION, language));
        }
    }

    private static ClassLoaderTemplateResolver resolver(String template, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
        resolver.setPrefix("letters/" + EDITION + "/");
        resolver.setResolvablePatterns(Set.of(template));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    /** The template of a level, whatever other levels its procedure has. */
    public static String nameOf(DunningLevel level, boolean first) {
        if (level.template() != null) {
            return level.template();
        }
        return level.givesFinalNotice() ? FINAL_NOTICE : first ? FIRST_REMINDER : FURTHER_REMINDER;
    }

    public LetterContent write(LetterData letter) {
        var in = Objects.requireNonNull(words.get(letter.language()));
        var subject = in.text(letter.template() + ".subject", letter.creditor().name(), letter.account().value());
        var context = new Context(in.locale());
        context.setVariable("language", letter.language().tag());
        context.setVariable("subject", subject);
        context.setVariable("sender", sender(letter, in));
        context.setVariable("recipient", recipient(letter));
        context.setVariable("date", in.date(letter.date()));
        context.setVariable("references", in.text("references", letter.account().value(), letter.reference()));
        context.setVariable("opening", in.text(letter.template() + ".opening", letter.account().value(),
                in.date(letter.date())));
        context.setVariable("columns", Stream.of("invoice", "instalment", "issued", "due", "days", "level", "amount")
                .map(column -> in.text("column." + column))
                .toList());
        context.setVariable("rows", letter.lines().stream().map(line -> row(line, in)).toList());
        context.setVariable("sums", sums(letter, in));
        context.setVariable("besides", letter.besides().isEmpty()
                ? ""
                : in.text("besides", in.amount(letter.dueBesides())));
        context.setVariable("rowsBesides", letter.besides().stream().map(line -> row(line, in)).toList());
        context.setVariable("sumsBesides", sumsBesides(letter, in));
        context.setVariable("credit", letter.unapplied().isPositive()
                ? in.text("credit", in.amount(letter.unapplied()))
                : "");
        context.setVariable("payment", payment(letter, in));
        context.setVariable("closing", in.text(letter.template() + ".closing", in.amount(letter.total())));
        context.setVariable("greeting", in.text("greeting"));
        context.setVariable("creditor", letter.creditor().name());
        return new LetterContent(subject, engine.process("letter.txt", context),
                engine.process("letter.html", context));
    }

    private static List<String> sender(LetterData letter, LetterWords in) {
        var creditor = letter.creditor();
        var lines = new ArrayList<String>();
        lines.add(creditor.name());
        lines.addAll(creditor.sender().addressLines());
        if (creditor.siren() != null) {
            lines.add(in.text("siren", creditor.siren()));
        }
        if (creditor.sender().contact() != null) {
            lines.add(creditor.sender().contact());
        }
        return lines;
    }

    private static List<String> recipient(LetterData letter) {
        var lines = new ArrayList<String>();
        lines.add(letter.debtor().name());
        var address = letter.debtor().contact().postalAddress();
        if (address != null) {
            lines.addAll(address.onEnvelope());
        }
        return lines;
    }

    private static List<String> row(LetterData.Line line, LetterWords in) {
        return List.of(line.invoiceNumber(), String.valueOf(line.instalment()), in.shortDate(line.issueDate()),
                in.shortDate(line.dueDate()), String.valueOf(line.daysPastDue()),
                line.level() == 0 ? "" : String.valueOf(line.level()), in.amount(line.amount()));
    }

    /** Label and amount. */
    private static List<List<String>> sums(LetterData letter, LetterWords in) {
        var sums = new ArrayList<List<String>>();
        sums.add(List.of(in.text("sum.due"), in.amount(letter.dueOfLines())));
        if (letter.charges().isPositive()) {
            sums.add(List.of(in.text("sum.charges"), in.amount(letter.charges())));
        }
        if (letter.fee() != null) {
            sums.add(List.of(in.text("sum.fee"), in.amount(letter.fee())));
        }
        sums.add(List.of(in.text("sum.total"), in.amount(letter.total())));
        return sums;
    }

    private static List<List<String>> sumsBesides(LetterData letter, LetterWords in) {
        return List.of(List.of(in.text("sum.besides"), in.amount(letter.dueBesides())),
                List.of(in.text("sum.all"), in.amount(letter.total().plus(letter.dueBesides()))));
    }

    private static List<String> payment(LetterData letter, LetterWords in) {
        var sender = letter.creditor().sender();
        var lines = new ArrayList<String>();
        if (sender.bankAccount() != null) {
            lines.add(in.text("pay.account", sender.bankAccount().replaceAll("(.{4})(?=.)", "$1 "))
                    + (sender.bic() == null ? "" : in.text("pay.bic", sender.bic())));
        }
        lines.add(in.text("pay.reference", letter.account().value(), letter.reference()));
        return lines;
    }
}

package io.receivables.command.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.account.Party;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningSender;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.platform.party.Contact;
import io.receivables.platform.party.PostalAddress;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTemplatesTest {

    private static final DunningSender SENDER = new DunningSender(List.of("1 rue de la Paix", "75002 Paris"),
            "FR1420041010050500013M02606", "PSSTFRPPPAR", "credit@acme.test");

    private final LetterTemplates templates = new LetterTemplates();

    @Test
    void aFrenchFormalNoticeSaysAllThatItMust() {
        var letter = templates.write(letter("final-notice", LetterLanguage.FR, "Durand & Fils", eur("7.50")));
        assertThat(letter.subject()).isEqualTo("ACME : mise en demeure de payer, compte C1");
        assertThat(letter.html()).contains("<html lang=\"fr\">", "ACME", "1 rue de la Paix", "SIREN 123456789",
                "Durand &amp; Fils", "2 quai du Port", "13002 Marseille", "31 mars 2026",
                "nous vous mettons en demeure",
                "article 1344 du Code civil", "F-2026-1", "01/01/2026", "31/01/2026", ">59<", "1\u202f119,00\u00a0EUR",
                "40,00\u00a0EUR", "7,50\u00a0EUR", "1\u202f166,50\u00a0EUR", "FR14 2004 1010 0505 0001 3M02 606",
                "BIC PSSTFRPPPAR", "C1 / L1", "25,00\u00a0EUR");
        assertThat(letter.plain()).contains("Durand & Fils", "mettons en demeure", "F-2026-1",
                "Total à régler: 1\u202f166,50\u00a0EUR").doesNotContain("<", "&amp;");
    }

    @Test
    void anEnglishReminderLeavesOutWhatIsNotThere() {
        var letter = templates.write(letter("first-reminder", LetterLanguage.EN, "Smith", null));
        assertThat(letter.html()).contains("<html lang=\"en\">", "31 March 2026", "1,159.00\u00a0EUR")
                .doesNotContain("Cost of this reminder", "formal notice");
    }

    @ParameterizedTest
    @CsvSource({"first-reminder,FR", "first-reminder,EN", "further-reminder,FR", "further-reminder,EN",
            "final-notice,FR", "final-notice,EN"})
    void everyTemplateIsThereInBothLanguages(String template, LetterLanguage language) {
        var letter = templates.write(letter(template, language, "Customer", eur("7.50")));
        assertThat(letter.subject()).contains("ACME", "C1");
        assertThat(letter.html()).doesNotContain("{0}", "{1}", "th:text");
        assertThat(letter.plain()).doesNotContain("{0}", "{1}", "[(", "[#", "[/");
    }

    @Test
    void whatACustomerIsCalledIsNoMarkup() {
        var letter = templates.write(letter("first-reminder", LetterLanguage.EN, "<script>alert(1)</script>", null));
        assertThat(letter.html()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void theHashIsOfTheLetterAsItIsSent() {
        var one = templates.write(letter("first-reminder", LetterLanguage.EN, "Smith", null));
        var same = templates.write(letter("first-reminder", LetterLanguage.EN, "Smith", null));
        var other = templates.write(letter("first-reminder", LetterLanguage.EN, "Smyth", null));
        assertThat(one.hash()).matches("[0-9a-f]{64}").isEqualTo(same.hash()).isNotEqualTo(other.hash());
    }

    /** The sentence that gives notice names what it is about, and the parts add up. */
    @ParameterizedTest
    @CsvSource({
            "EN, 'Unless we receive 1,166.50\u00a0EUR within', 'no formal notice of the following', 19.00, '1,185.50'",
            "FR, 'la somme de 1\u202f166,50\u00a0EUR dans les huit jours', 'ne font pas l’objet', '19,00', '1\u202f185,50'"})
    void whatNoNoticeIsGivenOfIsListedApart(LetterLanguage language, String notice, String apart, String besides,
            String all) {
        var whole = letter("final-notice", language, "Smith", eur("7.50"));
        var other = new LetterData.Line("F-2026-2", 1, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 20), 11, 0,
                eur("19.00"));
        var letter = templates.write(new LetterData(whole.template(), language, whole.date(), whole.creditor(),
                whole.debtor(), whole.account(), whole.reference(), whole.lines(), List.of(other), eur("1138.00"),
                whole.charges(), whole.fee(), whole.unapplied()));
        for (var text : List.of(letter.plain(), letter.html())) {
            assertThat(text).containsSubsequence("F-2026-1", notice, apart, "F-2026-2", besides + "\u00a0EUR",
                    all + "\u00a0EUR").doesNotContain("[#", "[/", "[(", "th:each");
        }
        assertThat(templates.write(whole).plain()).doesNotContain(apart);
    }

    private static LetterData letter(String template, LetterLanguage language, String name, @Nullable Money fee) {
        return new LetterData(template, language, LocalDate.of(2026, 3, 31),
                new LetterData.Creditor("ACME", "123456789", SENDER),
                new Party(name, new Contact("a@b.test",
                        new PostalAddress(List.of("2 quai du Port"), "13002", "Marseille", null), null, null, null)),
                new AccountId("C1"), "L1",
                List.of(new LetterData.Line("F-2026-1", 1, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), 59, 2,
                        eur("1119.00"))),
                List.of(), eur("1119.00"), eur("40.00"), fee, eur("25.00"));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}

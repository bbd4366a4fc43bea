package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write-off must bring, and what tax and law make of it. Amounts are in the base currency of the legal entity.
 *
 * @param reasons the reasons that are accepted; null accepts any
 * @param evidenceAbove above this amount a write-off needs evidence; null asks for none
 * @param evidenceForTaxRelief whether tax relief needs evidence; null means no
 * @param reliefNeedsGrounds whether tax relief must name why the claim is irrecoverable; null means no
 * @param reliefMention what the duplicate invoice says, with {@code {net}} and {@code {tax}} for the amounts; null means
 *        the French text
 * @param vatOnCash whether value added tax is due only when the customer pays, so that a loss takes back a pending tax and
 *        needs no duplicate invoice; null means no
 * @param unclaimedCreditYears after so many years a customer can no longer claim a credit; null leaves it to who approves
 * @param smallCredit up to this amount a credit may be written off before that; null means the tolerance of the policy
 * @param source the law or the text that says so, such as "CGI art. 272-1"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WriteOffRules(@Nullable List<String> reasons, @Nullable Money evidenceAbove,
        @Nullable Boolean evidenceForTaxRelief, @Nullable Boolean reliefNeedsGrounds, @Nullable String reliefMention,
        @Nullable Boolean vatOnCash,
        @Nullable Integer unclaimedCreditYears, @Nullable Money smallCredit, @Nullable String source) {

    /** What holds where no policy says otherwise. */
    public static final WriteOffRules NONE = new WriteOffRules(null, null, null, null, null, null, null, null,
            null);

    /** What the duplicate of a French invoice must say (CGI article 272-1). */
    public static final String FRENCH_MENTION = "Facture demeurée impayée pour la somme de {net} (prix net) et pour la somme "
            + "de {tax} (TVA correspondante) qui ne peut faire l'objet d'une déduction (article 272 du CGI)";

    /** The text in force. */
    public String mention() {
        return reliefMention == null ? FRENCH_MENTION : reliefMention;
    }
}

package io.receivables.query.export.accountpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.receivables.events.account.AccountId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.dunning.DunningLetterResource;
import io.receivables.query.dunning.GetDunningLetters;
import io.receivables.query.edge.AsOfRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The list of letters with their hashes, and each letter to the last byte, whose hash is the one in the list. */
@Component
class PackLetters {

    private final GetDunningLetters letters;
    private final PackLists lists;

    PackLetters(GetDunningLetters letters, PackLists lists) {
        this.letters = letters;
        this.lists = lists;
    }

    /** @return the letters whose text was erased */
    List<String> write(AccountId id, AsOfRequest asOf, ZipFiles zip) throws IOException {
        var sent = AllPages.of(paging -> letters.ofAccount(id, asOf, paging));
        lists.add("letters", DunningLetterResource.class, sent, zip);
        var erased = new ArrayList<String>();
        for (var letter : sent) {
            try {
                var html = letters.html(letter.letterId());
                zip.addDocument("letters/" + letter.letterId() + ".html", out -> out.write(html.getBytes(UTF_8)));
            } catch (Refusal refusal) {
                if (refusal.code() != ProblemCode.DUNNING_LETTER_ERASED) {
                    throw refusal;
                }
                erased.add(letter.letterId().value());
            }
        }
        return erased;
    }
}

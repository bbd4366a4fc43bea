package io.receivables.query.export.accountpack;

import io.receivables.events.account.AccountId;
import io.receivables.query.customeraccount.GetCustomerAccount;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.DocumentLanguage;
import io.receivables.query.edge.Pdf;
import io.receivables.query.export.ExportContent;
import io.receivables.query.export.ExportJob;
import io.receivables.query.export.ExportKind;
import io.receivables.query.export.Settled;
import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.seal.SealExtract;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the pack together, file by file: of facts no more than their positions are kept in memory, of lists one at a time, each of limited length. */
@Component
class AccountPackContent implements ExportContent {

    private static final String ACCOUNT = "accountId";
    private static final String AS_AT = "asAt";
    private static final String AS_KNOWN = "asKnown";
    /** Papers, lists, letters, events, seal, cover. */
    private static final long STEPS = 6;

    private final AccountAccess access;
    private final PackSize size;
    private final GetCustomerAccount accounts;
    private final LegalEntities entities;
    private final PackPapers papers;
    private final PackLists lists;
    private final PackLetters letters;
    private final PackEvents events;
    private final SealExtract seal;
    private final DocumentLanguage language;
    private final Pdf pdf;
    private final JsonMapper json;

    AccountPackContent(AccountAccess access, PackSize size, GetCustomerAccount accounts, LegalEntities entities,
            PackPapers papers,
            PackLists lists, PackLetters letters, PackEvents events, SealExtract seal, DocumentLanguage language,
            Pdf pdf, JsonMapper json) {
        this.access = access;
        this.size = size;
        this.accounts = accounts;
        this.entities = entities;
        this.papers = papers;
        this.lists = lists;
        this.letters = letters;
        this.events = events;
        this.seal = seal;
        this.language = language;
        this.pdf = pdf;
        this.json = json;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.ACCOUNT_PACK;
    }

    @Override
    public Settled settle(Map<String, String> parameters) {
        var account = Objects.requireNonNull(parameters.get(ACCOUNT));
        var asOf = access.require(account, new AsOfRequest(parameters.get(AS_AT), parameters.get(AS_KNOWN)));
        size.requireFits(account, asOf);
        return Settled.of(parameters,
                Map.of(AS_AT, asOf.asAt().toString(), AS_KNOWN, Long.toString(asOf.position())), asOf.known(),
                "account-" + account + "-" + asOf.asAt() + ".zip", "application/zip");
    }

    @Override
    public void write(ExportJob job, OutputStream out, Progress progress) throws IOException {
        var parameters = job.settled().parameters();
        var id = new AccountId(Objects.requireNonNull(parameters.get(ACCOUNT)));
        var asOf = new AsOfRequest(parameters.get(AS_AT), parameters.get(AS_KNOWN));
        var account = accounts.handle(id, asOf);
        var locale = language.of(id.value(), account.legalEntity());
        var zip = new ZipFiles(out);
        papers.write(id, asOf, locale, zip);
        progress.at(1, STEPS);
        lists.write(id, asOf, zip);
        progress.at(2, STEPS);
        var erased = letters.write(id, asOf, zip);
        progress.at(3, STEPS);
        var positions = events.write(id, asOf, zip);
        progress.at(4, STEPS);
        var sealed = seal.write(positions, (name, content) -> zip.add("seal/" + name, content));
        progress.at(5, STEPS);
        zip.addDocument("README.txt", Readme::write);
        var company = entities.find(account.legalEntity(), Long.MAX_VALUE).orElseThrow();
        var asAt = LocalDate.parse(Objects.requireNonNull(asOf.asAt()));
        var known = Objects.requireNonNull(job.settled().known());
        var cover = new Cover(company.name(), company.siren(), account, asAt, known, job.purpose(),
                job.actor().subject(), job.createdAt(), zip.held(), sealed);
        zip.addDocument("cover.pdf", file -> pdf.write("account-pack", locale, Map.of("it", cover), file));
        var manifest = new Manifest(Manifest.FORMAT, job.exportId(), id.value(), account.legalEntity().value(), asAt,
                known, job.purpose(), job.actor().subject(), job.createdAt(), sealed, erased, zip.held());
        zip.addDocument("manifest.json", file -> file.write(json.writeValueAsBytes(manifest)));
        zip.finish();
        progress.at(STEPS, STEPS);
    }
}

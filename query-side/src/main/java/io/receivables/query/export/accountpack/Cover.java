package io.receivables.query.export.accountpack;

import io.receivables.platform.resource.AccountResource;
import io.receivables.query.ledger.Known;
import io.receivables.query.seal.SealExtract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says.
 *
 * @param files all but the cover and the manifest
 */
record Cover(String company, @Nullable String siren, AccountResource account, LocalDate asAt, Known known,
        String purpose, String orderedBy, Instant orderedAt, List<ZipFiles.Held> files, SealExtract.Summary seal) {

    Cover {
        files = List.copyOf(files);
    }
}

package io.receivables.query.journal;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers the account mappings: every version that was known, and the charts that ship. */
@Service
@SnapshotRead
public class GetAccountMappings {

    private final Charts charts;
    private final AsOfResolver resolver;

    GetAccountMappings(Charts charts, AsOfResolver resolver) {
        this.charts = charts;
        this.resolver = resolver;
    }

    /** By legal entity, in the order in which they were set. */
    public Page<AccountMappingResource> handle(@Nullable String legalEntity, AsOfRequest request, Paging paging) {
        var scope = Scope.of(legalEntity);
        return Page.of(charts.all(resolver.known(request.asKnown()).position())
                .stream()
                .filter(set -> scope.contains(set.legalEntity()))
                .map(AccountMappingResource::of)
                .toList(), it -> List.of(it.legalEntity().value(), "%09d".formatted(it.mappingVersion())), paging);
    }
}

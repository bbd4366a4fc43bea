package io.receivables.standalone.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names a nested record after its slice: the {@code Body} of {@code IssueInvoiceApi} is {@code IssueInvoiceBody}. */
final class SliceNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var slice = type.getEnclosingClass();
        if (slice == null || !type.getPackageName().startsWith("io.receivables.")) {
            return super.nameForClass(type, options);
        }
        var owner = slice.getSimpleName().replaceFirst("(Api|Resource)$", "");
        return type.getSimpleName().startsWith(owner) ? type.getSimpleName() : owner + type.getSimpleName();
    }
}

package io.receivables.platform.eventstore;

import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

/**
 * Keeps how far each processor has read in the schema of the tables that it fills, so that both change in one
 * transaction. The table is made by the migration of that schema from {@code db/token/token_entry.sql}.
 */
public final class TokenStores {

    /**
     * How long after its last sign of life a node keeps a processor. An idle processor gives one each second, a busy one
     * with each batch; the clocks of nodes must agree to within this.
     */
    private static final Duration CLAIM_TIME_OUT = Duration.ofSeconds(5);

    private TokenStores() {}

    /** @param general the serializer that can read replay tokens back */
    public static TokenStore in(String schema, ConnectionProvider connectionProvider, Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(connectionProvider)
                .schema(schemaIn(schema))
                .serializer(general)
                .claimTimeout(CLAIM_TIME_OUT)
                .build();
    }

    /** The names of the table and its columns. */
    public static TokenSchema schemaIn(String schema) {
        return TokenSchema.builder()
                .setTokenTable(schema + ".token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("time_stamp")
                .setOwnerColumn("owner")
                .build();
    }
}

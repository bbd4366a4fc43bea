package io.receivables.query.seal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are sealed.
 *
 * @param folder where checkpoints are written, outside the database; null: nothing is sealed
 * @param key the file of the key that signs; it is not kept where the checkpoints are
 * @param makeKey whether a key is made where there is no file; for an instance that one person tries out
 * @param previousKey the file of the key before, needed until the new one has been vouched for
 * @param every how long events may wait for the next checkpoint
 */
@ConfigurationProperties("receivables.seal")
record SealSettings(@Nullable Path folder, @Nullable Path key, @DefaultValue("false") boolean makeKey,
        @Nullable Path previousKey, @DefaultValue("10s") Duration every) {}

package io.receivables.command.dunning.delivery;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave. Nothing is sent unless the operator says where to.
 *
 * @param from the sender's address of mails; mails are sent once it and {@code spring.mail.host} are set
 * @param folder where files to be printed are laid down; null: letters of that channel wait
 * @param poll how often a node looks for letters that wait
 * @param retryAfter the pause after the first attempt that came to nothing; each further one is twice as long
 * @param longestPause between two attempts
 * @param giveUpAfter a letter that has waited for longer is not sent any more: what it says is not true by then
 */
@ConfigurationProperties("receivables.letters")
record LetterSettings(@Nullable String from, @Nullable Path folder, @DefaultValue("2s") Duration poll,
        @DefaultValue("1m") Duration retryAfter, @DefaultValue("6h") Duration longestPause,
        @DefaultValue("3d") Duration giveUpAfter) {

    /** @param attempts that came to nothing, from 1 */
    Duration pauseAfter(int attempts) {
        var pause = retryAfter;
        for (int i = 1; i < attempts && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}

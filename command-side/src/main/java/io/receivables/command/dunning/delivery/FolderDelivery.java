package io.receivables.command.dunning.delivery;

import io.receivables.events.policy.LetterChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lays letters down as files, to be printed and posted by somebody else. A file is there as a whole or not at all. */
@Component
class FolderDelivery implements LetterDelivery {

    private final LetterSettings settings;

    FolderDelivery(LetterSettings settings) {
        this.settings = settings;
    }

    @Override
    public LetterChannel channel() {
        return LetterChannel.LETTER;
    }

    @Override
    public boolean isReady() {
        return settings.folder() != null;
    }

    @Override
    public String deliver(Outgoing letter) {
        var folder = Objects.requireNonNull(settings.folder());
        // The id was made here: it leads nowhere else.
        var name = letter.letterId() + ".html";
        try {
            Files.createDirectories(folder);
            var part = folder.resolve(name + ".part");
            Files.writeString(part, letter.content().html());
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException e) {
            throw new Delayed(e);
        }
    }
}

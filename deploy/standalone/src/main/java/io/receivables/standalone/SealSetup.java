package io.receivables.standalone;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Checkpoints of the events are written into the data folder, with a key that is made at the first start, unless another
 * folder and key are configured. In the same folder as the database they show how it works; they protect once they are
 * copied to where the owner of the database cannot write.
 */
final class SealSetup implements ApplicationContextInitializer<GenericApplicationContext> {

    private final DataFolder folder;

    SealSetup(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("seal", Map.of(
                        "receivables.seal.folder", folder.path().resolve("checkpoints").toString(),
                        "receivables.seal.key", folder.path().resolve("keys").resolve("seal.pem").toString(),
                        "receivables.seal.make-key", "true")));
    }
}

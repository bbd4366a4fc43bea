package io.receivables.acceptance;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Orders files, waits for them and fetches them, as a client does. */
record Exports(Api api) {

    private static final Duration LONGEST = Duration.ofSeconds(120);

    Answer order(Map<String, String> order) {
        return api.post("/v1/exports", order);
    }

    /** How it ended. */
    Answer ended(String path) {
        await("the end of " + path).atMost(LONGEST)
                .until(() -> !List.of("QUEUED", "RUNNING").contains(api.get(path).ok().text("/state")));
        return api.get(path).ok();
    }

    Path fetch(String path, Path file) {
        return api.call("GET", path + "/content").download(file);
    }
}

package io.receivables.standalone;

import io.receivables.standalone.demo.DemoBook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads the demo book into the running instance of the data folder. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Loads the demo book into the running instance.")
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = DataFolder.ofEnvironment();
        if (Files.notExists(folder.url())) {
            throw new StartRefused("no instance runs in " + folder.path(), "Start one first.");
        }
        DemoBook.load(URI.create(Files.readString(folder.url()).strip()), DemoToken.of(BuiltInIssuer.in(folder)));
        return 0;
    }
}

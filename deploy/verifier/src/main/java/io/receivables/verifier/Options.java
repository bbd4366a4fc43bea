package io.receivables.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands after the command: pairs of a name and a file. */
record Options(String command, Map<String, List<String>> values) {

    private static final Set<String> NAMES = Set.of("--export", "--checkpoints", "--key", "--proof", "--event",
            "--pack");

    /** The call is not one that is known. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Options read(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Wrong("no command was named");
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 1; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!NAMES.contains(name) || i + 1 == arguments.size()) {
                throw new Wrong("not understood: " + name);
            }
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(arguments.get(i + 1));
        }
        return new Options(arguments.getFirst(), values);
    }

    Path path(String name) {
        var paths = paths(name);
        if (paths.size() > 1) {
            throw new Wrong(name + " was named " + paths.size() + " times");
        }
        return paths.getFirst();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<Path> paths(String name) {
        var paths = values.getOrDefault(name, List.of()).stream().map(Path::of).toList();
        if (paths.isEmpty()) {
            throw new Wrong(name + " is missing");
        }
        for (var path : paths) {
            if (Files.notExists(path)) {
                throw new Wrong("there is no " + path);
            }
        }
        return paths;
    }
}

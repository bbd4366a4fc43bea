package io.receivables.standalone;

import io.receivables.platform.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a bearer token for the instance in the data folder, whether it runs or not, and nothing else. */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Prints a bearer token, valid for 12 hours.")
final class TokenCommand implements Callable<Integer> {

    @Option(names = "--role", required = true, paramLabel = "<role>", description = "A role; may be given several times.")
    private List<String> roles = List.of();
    @Option(names = "--subject", paramLabel = "<name>", description = "Who acts; by default demo- and the first role.")
    private @Nullable String subject;
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var known = roles.stream().map(this::role).toList();
        var name = subject == null ? BuiltInIssuer.demoSubject(known.getFirst()) : subject;
        System.out.println(BuiltInIssuer.in(DataFolder.ofEnvironment()).token(name, known));
        return 0;
    }

    private Role role(String code) {
        return Role.of(code)
                .orElseThrow(() -> refused("no such role: " + code + "; there are "
                        + Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "))));
    }

    private RuntimeException refused(String why) {
        return spec == null ? new IllegalArgumentException(why) : new ParameterException(spec.commandLine(), why);
    }
}

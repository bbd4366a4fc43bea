package io.receivables.standalone;

import java.util.Set;
import picocli.CommandLine.Command;

/** The commands beside starting: {@code token}, {@code demo} and {@code import}. Everything else goes to Spring Boot as settings. */
@Command(name = "run", subcommands = {TokenCommand.class, DemoCommand.class, ImportCommand.class}, description = {
        "Without a command: starts an instance; options such as --server.port=8081 and --demo."})
final class CommandLine {

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private CommandLine() {}

    static boolean isCommand(String... arguments) {
        return arguments.length > 0 && (HELP.contains(arguments[0]) || !arguments[0].startsWith("--"));
    }

    static int run(String... arguments) {
        var line = new picocli.CommandLine(new CommandLine());
        if (HELP.contains(arguments[0])) {
            line.usage(System.out);
            return 0;
        }
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr()
                    .println(failure instanceof StartRefused refused
                            ? refused.getMessage() + ". " + refused.action()
                            : String.valueOf(failure.getMessage()));
            return 1;
        });
        return line.execute(arguments);
    }
}

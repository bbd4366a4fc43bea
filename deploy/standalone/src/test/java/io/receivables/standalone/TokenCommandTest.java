package io.receivables.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TokenCommandTest {

    @Test
    void knowsCommandsFromSettings() {
        assertThat(CommandLine.isCommand("token", "--role", "clerk")).isTrue();
        assertThat(CommandLine.isCommand("--help")).isTrue();
        assertThat(CommandLine.isCommand("--server.port=8081")).isFalse();
        assertThat(CommandLine.isCommand()).isFalse();
    }

    @Test
    void refusesAnUnknownRoleAndNoRole() {
        var said = new StringWriter();
        var line = new picocli.CommandLine(new TokenCommand()).setErr(new PrintWriter(said));
        assertThat(line.execute("--role", "root")).isNotZero();
        assertThat(said.toString()).contains("no such role: root", "controller");
        assertThat(line.execute()).isNotZero();
    }
}

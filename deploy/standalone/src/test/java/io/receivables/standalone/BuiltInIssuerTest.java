package io.receivables.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import io.receivables.platform.identity.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class BuiltInIssuerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keyAndFoldersAreTheirOwnersAlone() throws Exception {
        var folder = new DataFolder(home.resolve("data"));
        var key = BuiltInIssuer.in(folder).keyFile();
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        for (var path : List.of(folder.path(), folder.keys(), folder.binaries())) {
            assertThat(Files.getPosixFilePermissions(path)).as(path.toString())
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAKeyThatOthersCanRead() throws Exception {
        var folder = new DataFolder(home);
        Files.setPosixFilePermissions(BuiltInIssuer.in(folder).keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> BuiltInIssuer.in(folder)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("other users");
    }

    @Test
    void theKeyStaysAndAnotherInstanceHasAnother() throws Exception {
        var first = BuiltInIssuer.in(new DataFolder(home.resolve("one")));
        assertThat(BuiltInIssuer.in(new DataFolder(home.resolve("one"))).name()).isEqualTo(first.name());
        var other = BuiltInIssuer.in(new DataFolder(home.resolve("two")));
        assertThat(other.name()).isNotEqualTo(first.name());
        assertThat(other.audience()).isNotEqualTo(first.audience());
    }

    @Test
    void aTokenSaysWhoWhatAndForHowLong() throws Exception {
        var issuer = BuiltInIssuer.in(new DataFolder(home));
        var claims = SignedJWT.parse(issuer.token("demo-clerk", List.of(Role.CLERK, Role.AUDITOR))).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("demo-clerk");
        assertThat(claims.getStringListClaim("roles")).containsExactly("auditor", "clerk");
        assertThat(claims.getStringListClaim("legal_entities")).containsExactly("*");
        assertThat(claims.getExpirationTime()).isInTheFuture();
        assertThat(claims.getIssuer()).isEqualTo(issuer.name());
        assertThat(claims.getAudience()).containsExactly(issuer.audience());
    }

    @Test
    void refusesToListenWhereOthersCanReachIt() {
        for (var address : List.of("0.0.0.0", "::", "", "192.0.2.1")) {
            assertThatThrownBy(() -> settingsWith("server.address", address)).as(address)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("built-in issuer");
        }
        assertThat(Files.exists(home.resolve("data"))).isFalse();
        for (var address : List.of("127.0.0.1", "localhost", "::1")) {
            assertThat(settingsWith("server.address", address).getProperty(BuiltInIssuerSetup.ON)).isEqualTo("true");
        }
    }

    @Test
    void givesWayToAnIssuerOfTheUsersOwn() {
        var settings = settingsWith("receivables.identity.jwk-set-uri", "https://issuer.example/keys");
        assertThat(settings.containsProperty(BuiltInIssuerSetup.ON)).isFalse();
        assertThat(settings.containsProperty("receivables.identity.login-page")).isFalse();
    }

    private MockEnvironment settingsWith(String name, String value) {
        var environment = new MockEnvironment().withProperty(name, value);
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new BuiltInIssuerSetup(new DataFolder(home.resolve("data"))).initialize(context);
        return environment;
    }
}

package io.receivables.command.entity;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.stream.Amounts;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegisterLegalEntityApi {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SIREN = Pattern.compile("[0-9]{9}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Commands commands;

    RegisterLegalEntityApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String name, String country, ZoneId timeZone, Currency baseCurrency, @Nullable String siren) {}

    @PutMapping("/v1/legal-entities/{id}")
    ResponseEntity<byte[]> register(@PathVariable LegalEntityId id, @RequestBody Body body, CommandContext context) {
        require(ID.matcher(id.value()).matches(), ProblemCode.ID_INVALID, "/id", "1 to 64 of A-Z a-z 0-9 . _ -");
        require(COUNTRY.matcher(body.country()).matches() && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
                .contains(body.country()), ProblemCode.VALUE_INVALID, "/country", "an ISO 3166-1 alpha-2 code");
        require(body.siren() == null || SIREN.matcher(body.siren()).matches(), ProblemCode.VALUE_INVALID, "/siren",
                "nine digits");
        return commands.send(new RegisterLegalEntity(id, body.name(), body.country(), body.timeZone(),
                body.baseCurrency(), body.siren()), context);
    }

    private static void require(boolean valid, ProblemCode code, String pointer, String expected) {
        if (!valid) {
            throw Amounts.refusal(code, pointer, expected + " is expected");
        }
    }
}

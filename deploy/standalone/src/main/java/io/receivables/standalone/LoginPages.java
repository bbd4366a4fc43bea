package io.receivables.standalone;

import io.receivables.platform.identity.PageCookie;
import io.receivables.platform.identity.Role;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One button per role: the pages' way in, only with the built-in issuer. */
@Controller
@ConditionalOnProperty(BuiltInIssuerSetup.ON)
final class LoginPages {

    static final String PATH = "/login";

    private final BuiltInIssuer issuer;

    LoginPages(BuiltInIssuer issuer) {
        this.issuer = issuer;
    }

    @GetMapping(PATH)
    String login(Model model) {
        model.addAttribute("roles", List.of(Role.values()));
        return "login";
    }

    @PostMapping(PATH + "/demo")
    ResponseEntity<Void> logIn(@RequestParam String role,
            @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String cameFrom) {
        refuseForeignPages(cameFrom);
        var known = Role.of(role)
                .orElseThrow(
                        () -> new Refusal(ProblemCode.PARAMETER_INVALID, "no such role: " + role));
        var token = issuer.token(BuiltInIssuer.demoSubject(known), List.of(known));
        return to("/", cookie(token, BuiltInIssuer.TOKEN_LIFE));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logOut(
            @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String cameFrom) {
        refuseForeignPages(cameFrom);
        return to(PATH, cookie("", Duration.ZERO));
    }

    /** Else another site could log its visitor in under a role of its choice. Browsers set this header themselves. */
    private static void refuseForeignPages(@Nullable String cameFrom) {
        if (cameFrom != null && !cameFrom.equals("same-origin") && !cameFrom.equals("none")) {
            throw new Refusal(ProblemCode.FORBIDDEN, "only the login page itself may do this");
        }
    }

    /** Not marked secure: the instance speaks plain HTTP on loopback, and some browsers would not send it there. */
    private static ResponseCookie cookie(String token, Duration life) {
        return ResponseCookie.from(PageCookie.NAME, token)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
    }

    private static ResponseEntity<Void> to(String path, ResponseCookie cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }
}

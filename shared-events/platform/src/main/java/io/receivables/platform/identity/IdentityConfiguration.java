package io.receivables.platform.identity;

import io.receivables.platform.problem.ServerRefusals;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** The gate in front of both sides: stateless, bearer tokens only, deny by default. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityConfiguration {

    /** Pages load nothing from elsewhere, run no inline script, and no other site may frame them. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @ConditionalOnMissingBean
    AccessMatrix accessMatrix() {
        return AccessMatrix.load();
    }

    @Bean
    JwtDecoder tokenDecoder(IdentitySettings settings) {
        return new RememberedTokens(TokenDecoder.of(settings), Clock.systemUTC());
    }

    @Bean
    GateAnswers gateAnswers(AccessMatrix matrix, JsonMapper json, IdentitySettings settings,
            ObjectProvider<RefusedPage> pages, ObjectProvider<ForbiddenWatch> watches) {
        return new GateAnswers(matrix, json, settings.loginPage(), pages, watches);
    }

    @Bean
    ServerRefusals serverRefusals() {
        return new ServerRefusals();
    }

    /** Also parameters: nothing that we keep has a control character, and the database refuses to look for NUL. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.chars().noneMatch(Character::isISOControl));
        return firewall;
    }

    @Bean
    SecurityFilterChain gate(HttpSecurity http, JwtDecoder decoder, AccessMatrix matrix, GateAnswers answers,
            IdentitySettings settings) {
        BearerTokenResolver tokens = settings.loginPage() == null
                ? new DefaultBearerTokenResolver()
                : new PageCookie(matrix);
        return http
                // Safe without: no cookie ever sends a command, see PageCookie.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(tokens)
                        .authenticationEntryPoint(answers)
                        .accessDeniedHandler(answers)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(new ActorClaims())))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests -> requests
                        // Later stages of a request that was let in.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(new AccessGate(matrix, settings.metricsOpenToLoopback())))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter((request, response) -> {
                            // Static files set their own; everything else is somebody's figures.
                            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                            }
                        }))
                .build();
    }
}

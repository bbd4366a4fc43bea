package io.receivables.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An answer that breaks off must not look like a whole one. */
class HalfAnswersTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    @SuppressWarnings("NullAway.Init")
    private static ServletWebServerApplicationContext application;

    @Configuration(proxyBeanMethods = false)
    @Import({ProblemAdvice.class, LinesApi.class})
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class})
    static class Application {

        @Bean
        ServerRefusals serverRefusals() {
            return new ServerRefusals();
        }
    }

    /** Writes so many lines before the database goes away. */
    @RestController
    static class LinesApi {

        @GetMapping("/lines")
        void lines(@RequestParam int count, HttpServletResponse response) throws IOException {
            for (int i = 0; i < count; i++) {
                response.getOutputStream().write("{\"position\":%d}\n".formatted(i).getBytes());
            }
            throw new DataAccessResourceFailureException("read", new SQLException("connection lost", "08006"));
        }
    }

    @BeforeAll
    static void start() {
        application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
                .properties("server.port=0", "spring.main.banner-mode=off")
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aFailureBeforeTheFirstByteIsAProblem() throws Exception {
        var answer = HTTP.send(lines(0), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("\"DATABASE_UNAVAILABLE\"");
    }

    @Test
    void aFailureInTheMiddleClosesTheConnection() {
        assertThatThrownBy(() -> HTTP.send(lines(10_000), BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    private static HttpRequest lines(int count) {
        return HttpRequest
                .newBuilder(
                        URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port")
                                + "/lines?count=" + count))
                .build();
    }
}

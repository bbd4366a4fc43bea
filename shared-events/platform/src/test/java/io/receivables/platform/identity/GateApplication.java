package io.receivables.platform.identity;

import java.lang.reflect.Method;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The gate with an endpoint behind every row of the matrix, which answers with the actor. */
@Configuration(proxyBeanMethods = false)
@Import(IdentityConfiguration.class)
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
        SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class})
class GateApplication {

    static final class Endpoint {

        @ResponseBody
        Actor who() {
            return Actor.current();
        }

        @ResponseBody
        String open() {
            return "open";
        }
    }

    @Bean
    SmartInitializingSingleton endpoints(RequestMappingHandlerMapping handlers, AccessMatrix matrix) {
        return () -> {
            for (var row : matrix.rows()) {
                var mapping = RequestMappingInfo.paths(row.path().getPatternString())
                        .methods(RequestMethod.valueOf(row.method()))
                        .options(handlers.getBuilderConfiguration())
                        .build();
                handlers.registerMapping(mapping, new Endpoint(), method(row.openToAnybody() ? "open" : "who"));
            }
        };
    }

    private static Method method(String name) {
        try {
            return Endpoint.class.getDeclaredMethod(name);
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

package io.receivables.command.edge;

import java.util.List;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the edge into Spring MVC and the command bus. */
@Configuration(proxyBeanMethods = false)
class CommandEdgeConfiguration implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withJsonConverter(new JacksonJsonHttpMessageConverter(StrictJson.mapper()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandContext.Resolver());
    }

    /** What each event inherits from its command: who, and the ids that tie it to the request. */
    @Bean
    static CorrelationDataProvider commandOrigin() {
        return new SimpleCorrelationDataProvider(CommandContext.WHO, CommandContext.WHY, CommandContext.COMMAND_ID,
                CommandContext.CORRELATION_ID);
    }
}

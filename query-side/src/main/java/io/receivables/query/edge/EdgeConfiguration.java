package io.receivables.query.edge;

import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.ledger.Progress;
import io.receivables.query.ledger.SignOffs;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The parts that every query uses. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    AsOfResolver asOfResolver(Progress progress, LegalEntities entities, SignOffs signOffs, Clock clock) {
        return new AsOfResolver(progress, entities, signOffs, clock);
    }

    @Bean
    TableConverter tableConverter() {
        return new TableConverter();
    }

    @Bean
    PageConverter pageConverter(TableConverter tableConverter, JsonMapper json) {
        return new PageConverter(tableConverter, json);
    }

    @Bean
    WebMvcConfigurer waitUntilVisibleOnQueries(Progress progress) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WaitUntilVisible(progress)).addPathPatterns("/v1/**");
            }
        };
    }
}

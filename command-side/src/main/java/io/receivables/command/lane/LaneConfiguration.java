package io.receivables.command.lane;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** The command bus as the lane needs it. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class LaneConfiguration {

    /** Without transactions of its own: the lane's transaction holds many commands, and a refused one must not end it. */
    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(Configuration axon, DuplicateCommandHandlerResolver duplicates) {
        var bus = SimpleCommandBus.builder().duplicateCommandHandlerResolver(duplicates).build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }
}

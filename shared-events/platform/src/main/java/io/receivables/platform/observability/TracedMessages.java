package io.receivables.platform.observability;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Around every handler of a command and every projection of a fact: what is logged inside carries the id of the request
 * that set it off, in whatever thread or process it runs. Axon puts the bean around both by itself.
 */
final class TracedMessages implements MessageHandlerInterceptor<Message<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(TracedMessages.class);

    @Override
    public @Nullable Object handle(UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var message = unitOfWork.getMessage();
        var id = message.getMetaData().get(Correlation.KEY);
        try (var _ = Correlation.during(id == null ? null : id.toString())) {
            var result = chain.proceed();
            if (LOG.isDebugEnabled()) {
                LOG.debug("{} {}", verb(message), message.getPayloadType().getSimpleName());
            }
            return result;
        }
    }

    private static String verb(Message<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            return "read at position " + tracked.trackingToken().position().orElse(0);
        }
        return message instanceof EventMessage<?> ? "read" : "decided";
    }
}

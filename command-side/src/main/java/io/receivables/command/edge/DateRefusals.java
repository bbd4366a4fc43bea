package io.receivables.command.edge;

import io.receivables.command.stream.Command;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rules refuse a date without knowing which field of the request it came from; the command knows. Axon puts every
 * interceptor bean around the handlers of the command bus.
 */
@Component
class DateRefusals implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Refusal refusal) {
            throw withPointer(refusal, (Command) unitOfWork.getMessage().getPayload());
        }
    }

    private static Refusal withPointer(Refusal refusal, Command command) {
        return refusal.errors().isEmpty() && isAboutTheDate(refusal)
                ? new Refusal(refusal.code(), refusal.detail(), List.of(new Refusal.FieldError(command.datePointer(),
                        refusal.code(), refusal.detail())))
                : refusal;
    }

    private static boolean isAboutTheDate(Refusal refusal) {
        return switch (refusal.code()) {
            case DATE_IN_FUTURE, BEFORE_ACCOUNT_OPENED, NOT_AVAILABLE_AT_DATE -> true;
            default -> false;
        };
    }
}

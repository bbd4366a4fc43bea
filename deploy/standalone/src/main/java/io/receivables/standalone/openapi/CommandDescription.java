package io.receivables.standalone.openapi;

import io.receivables.command.edge.CommandContext;
import io.receivables.platform.identity.IdempotencyKey;
import io.receivables.platform.observability.Correlation;
import io.receivables.platform.problem.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/** Headers of commands and queries, the resource that a command answers, and the problem that any of them may. */
final class CommandDescription implements OperationCustomizer {

    private static final String WITHOUT_KEY = "takes no Idempotency-Key: it changes no books, and sent again it finds what is "
            + "under way (409) or nothing left to do";

    /** The first word that the endpoint's name contains tells the resource that its command answers. */
    private static final Map<String, String> ANSWERS = answers();

    private static Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("WriteOff", "WriteOffResource");
        answers.put("Recover", "RecoveryResource");
        answers.put("ClaimLateCharge", "LateChargeResource");
        answers.put("ReverseLateCharge", "LateChargeResource");
        answers.put("Refund", "RefundResource");
        answers.put("CreditNote", "CreditNoteResource");
        answers.put("Payment", "PaymentResource");
        answers.put("Invoice", "InvoiceResource");
        answers.put("LegalEntity", "LegalEntityResource");
        answers.put("CustomerAccount", "AccountResource");
        return answers;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var slice = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
        operation.setOperationId(Character.toLowerCase(slice.charAt(0)) + slice.substring(1) + "_"
                + handler.getMethod().getName());
        if (Stream.of(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == CommandContext.class)) {
            command(operation, slice);
        } else {
            operation.addParametersItem(header("If-Consistent-With",
                    "a position that a command has answered: waits up to two seconds until it is visible", false));
            if (isWithoutKey(handler)) {
                operation.setDescription(WITHOUT_KEY);
            }
        }
        operation.addParametersItem(header(Correlation.HEADER,
                "1 to 64 letters, digits, dots, underscores and dashes that tie the request to its facts and to all that "
                        + "is logged about it; made if absent, and answered",
                false));
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses()
                .addApiResponse("default", answer("refused", Problem.MEDIA_TYPE, reference("Problem")));
        return operation;
    }

    private static boolean isWithoutKey(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PostMapping.class) && Stream.of(handler.getMethodParameters())
                .map(it -> it.getParameterAnnotation(RequestHeader.class))
                .noneMatch(it -> it != null && it.name().equals(IdempotencyKey.HEADER));
    }

    private static void command(Operation operation, String slice) {
        operation.addParametersItem(header("Idempotency-Key",
                "made by the client before its first try; the same key and body gives the stored answer", true));
        operation.addParametersItem(header("If-Match", "the version that the client has seen", false));
        var schema = ANSWERS.entrySet()
                .stream()
                .filter(answer -> slice.contains(answer.getKey()))
                .findFirst()
                .<Schema<?>>map(answer -> reference(answer.getValue()))
                .orElseGet(ObjectSchema::new);
        var done = answer("done, with the new state", "application/json", schema)
                .addHeaderObject("ETag", new Header().description("the version").schema(new StringSchema()));
        operation.setResponses(new ApiResponses().addApiResponse("200", done).addApiResponse("201", done));
    }

    private static ApiResponse answer(String description, String mediaType, Schema<?> schema) {
        return new ApiResponse().description(description)
                .content(new Content().addMediaType(mediaType, new MediaType().schema(schema)));
    }

    private static Parameter header(String name, String description, boolean required) {
        return new HeaderParameter().name(name).description(description).required(required).schema(new StringSchema());
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }
}

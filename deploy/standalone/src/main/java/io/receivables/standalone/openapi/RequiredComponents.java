package io.receivables.standalone.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component of a record is required unless it is marked {@link Nullable}: the rule by which bodies are checked. */
final class RequiredComponents implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
            Iterator<ModelConverter> chain) {
        var resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord() && raw.getPackageName().startsWith("io.receivables.")) {
            require(raw, modelOf(resolved, context));
        }
        return resolved;
    }

    private static void require(Class<?> type, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(component -> model.getProperties().containsKey(component.getName()))
                .filter(component -> model.getRequired() == null || !model.getRequired().contains(component.getName()))
                .forEach(component -> model.addRequiredItem(component.getName()));
    }

    private static @Nullable Schema<?> modelOf(Schema<?> resolved, ModelConverterContext context) {
        var reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }
}

package io.receivables.command.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds every missing field of a bound body: components of records that are not marked {@link Nullable}. */
public final class RequiredFields {

    /** Asking a class for its annotations takes longer than all the rest of a check: each is asked once. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {

        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private RequiredFields() {}

    /** @throws Refusal REQUIRED, with a pointer to each */
    public static void check(Record body) {
        var missing = new ArrayList<Refusal.FieldError>();
        collect(body, "", missing);
        if (!missing.isEmpty()) {
            var pointers = missing.stream().map(Refusal.FieldError::pointer).toList();
            throw new Refusal(ProblemCode.REQUIRED, "missing: " + String.join(", ", pointers), missing);
        }
    }

    private static void collect(Record value, String pointer, List<Refusal.FieldError> missing) {
        for (var field : FIELDS.get(value.getClass())) {
            var content = field.of(value);
            if (content == null && field.required()) {
                missing.add(new Refusal.FieldError(pointer + field.pointer(), ProblemCode.REQUIRED, "is required"));
            } else if (content instanceof Record || content instanceof List) {
                descend(content, pointer + field.pointer(), missing);
            }
        }
    }

    private static void descend(Object field, String pointer, List<Refusal.FieldError> missing) {
        if (field instanceof Record nested && nested.getClass().getPackageName().startsWith("io.receivables.")) {
            collect(nested, pointer, missing);
        } else if (field instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) == null) {
                    missing.add(new Refusal.FieldError(pointer + "/" + i, ProblemCode.REQUIRED, "is required"));
                } else {
                    descend(list.get(i), pointer + "/" + i, missing);
                }
            }
        }
    }

    /** A component of a record. */
    private record Field(String pointer, Method accessor, boolean required) {

        static Field of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Field("/" + component.getName(), accessor,
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be called", e);
            }
        }
    }
}

package io.receivables.command.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds every missing field of a bound body: components of records that are not marked {@link Nullable}. */
public final class RequiredFields {

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
        for (var component : value.getClass().getRecordComponents()) {
            var here = pointer + "/" + component.getName();
            var field = read(component, value);
            if (field == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                missing.add(new Refusal.FieldError(here, ProblemCode.REQUIRED, "is required"));
            }
            descend(field, here, missing);
        }
    }

    private static void descend(@Nullable Object field, String pointer, List<Refusal.FieldError> missing) {
        if (field instanceof Record nested && nested.getClass().getPackageName().startsWith("io.receivables.")) {
            collect(nested, pointer, missing);
        } else if (field instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) == null) {
                    missing.add(new Refusal.FieldError(pointer + "/" + i, ProblemCode.REQUIRED, "is required"));
                }
                descend(list.get(i), pointer + "/" + i, missing);
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}

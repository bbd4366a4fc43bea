package io.receivables.bench.figure;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;

/** A request of which nothing is known but the body that was bound. */
record BoundBody(@Nullable Object body) implements RequestAttributes {

    @Override
    public @Nullable Object getAttribute(String name, int scope) {
        return name.endsWith(".body") ? body : null;
    }

    @Override
    public void setAttribute(String name, Object value, int scope) {
        throw new UnsupportedOperationException("nothing is kept beside the body");
    }

    @Override
    public void removeAttribute(String name, int scope) {
        throw new UnsupportedOperationException("nothing is kept beside the body");
    }

    @Override
    public String[] getAttributeNames(int scope) {
        return new String[0];
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback, int scope) {
        throw new UnsupportedOperationException("nothing is kept beside the body");
    }

    @Override
    public @Nullable Object resolveReference(String key) {
        return null;
    }

    @Override
    public String getSessionId() {
        return "";
    }

    @Override
    public Object getSessionMutex() {
        return this;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A storage, or a run of it, in which something else happens just before a method is called. */
final class WhenLookedAt implements InvocationHandler {

    private final Object target;
    private final String method;
    private final Callable<?> action;

    private WhenLookedAt(Object target, String method, Callable<?> action) {
        this.target = target;
        this.method = method;
        this.action = action;
    }

    static <T> T of(Class<T> type, T target, String method, Callable<?> action) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new WhenLookedAt(target, method, action)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] arguments) throws Throwable {
        if (called.getName().equals(method)) {
            action.call();
        }
        try {
            Object result = called.invoke(target, arguments);
            return result instanceof RunStore run ? of(RunStore.class, run, method, action) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

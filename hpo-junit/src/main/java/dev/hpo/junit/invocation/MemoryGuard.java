// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Keeps a trial that runs out of memory from ending everything.
 *
 * <p>JUnit gives up the whole run at an {@link OutOfMemoryError}, with all other tests. In a trial it most often says that this
 * configuration is too large, and the memory is free again for the next one.
 */
final class MemoryGuard implements InvocationInterceptor {

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        return guard(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        guard(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        guard(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        guard(invocation);
    }

    private static <T extends @Nullable Object> T guard(Invocation<T> invocation) throws Throwable {
        try {
            return invocation.proceed();
        } catch (OutOfMemoryError e) {
            throw new MemoryException(e);
        }
    }

    /** Returns what a trial itself has thrown. */
    static Throwable unwrap(Throwable thrown) {
        return thrown instanceof MemoryException memory ? memory.error : thrown;
    }

    /** Stands for the error, which JUnit must not see. */
    private static final class MemoryException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final OutOfMemoryError error;

        MemoryException(OutOfMemoryError error) {
            super("out of memory: " + error.getMessage(), error);
            this.error = error;
        }
    }
}

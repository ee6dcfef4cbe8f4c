// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the trials of a study out of the invocations of a {@link TuningTest} or a {@link PopulationTest}. */
final class TuningTestExtension implements TestTemplateInvocationContextProvider, TestWatcher {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), TuningTest.class)
                || AnnotationSupport.isAnnotated(context.getTestMethod(), PopulationTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Workings.find(InvocationMaker.class).invocations(context);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        Workings.find(InvocationMaker.class).skipped(context);
    }
}

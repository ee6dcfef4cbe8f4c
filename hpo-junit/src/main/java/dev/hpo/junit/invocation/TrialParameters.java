// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import dev.hpo.junit.declaration.ConfigurationSlot;
import dev.hpo.junit.declaration.ConfigurationSlots;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import java.lang.reflect.Parameter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives methods and constructors the configurations and the live trial, and nothing that another extension may claim. */
final class TrialParameters implements ParameterResolver {

    private final TrialInvocation invocation;
    private final ConfigurationSlots slots;

    TrialParameters(TrialInvocation invocation, ConfigurationSlots slots) {
        this.invocation = invocation;
        this.slots = slots;
    }

    @Override
    public boolean supportsParameter(ParameterContext context, ExtensionContext extensionContext) {
        Parameter parameter = context.getParameter();
        return isTrial(parameter) || slots.accepts(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext context, ExtensionContext extensionContext) {
        Suggestion<?> suggestion =
                invocation.suggestion().orElseThrow(() -> new TestAbortedException("no trial is left"));
        Parameter parameter = context.getParameter();
        return isTrial(parameter) ? suggestion.trial() : slots.value(parameter, suggestion.config());
    }

    private static boolean isTrial(Parameter parameter) {
        return parameter.getType() == Trial.class && !ConfigurationSlot.isClaimed(parameter);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.natives;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Disables what {@link Needs} a library that does not load. */
final class NativeCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> problem = context.getRequiredTestClass()
                .getAnnotation(Needs.class)
                .value()
                .problem();
        if (problem.isEmpty()) {
            return ConditionEvaluationResult.enabled("it loads");
        }
        // Maven does not print the reason.
        System.err.println(context.getDisplayName() + " is skipped: " + problem.get());
        return ConditionEvaluationResult.disabled(problem.get());
    }
}

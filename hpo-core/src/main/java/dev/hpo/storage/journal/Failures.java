// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.trial.Failure;
import dev.hpo.trial.TrialState;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said of trials that have failed, as far as it matters to how many there are. */
final class Failures {

    /** The attribute for programs that has the failure of a trial. */
    static final String KEY = "hpo:failure";

    /** Those that count for no budget: they were never run. */
    private static final Set<String> UNCOUNTED = Set.of(Failure.Kind.REJECTED.name(), Failure.Kind.MOVED.name());

    private Failures() {}

    /** Returns whether a trial has ended without having been run in its study. */
    static boolean isUncounted(TrialState state, Map<String, @Nullable Object> systemAttributes) {
        return state == TrialState.FAILED
                && systemAttributes.get(KEY) instanceof Map<?, ?> failure
                && failure.get("kind") instanceof String kind
                && UNCOUNTED.contains(kind);
    }
}

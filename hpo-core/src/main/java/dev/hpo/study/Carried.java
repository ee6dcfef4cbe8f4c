// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The metrics and attributes that an attempt at a trial has from the one before, until it is seen from where it goes on: with its first report, what was measured
 * from that step on goes, and if it has begun anew, all of it. What the attempt has said itself stays. Only one thread at a time may use it.
 */
final class Carried {

    private final Set<String> metrics;
    private final Set<String> attributes;

    /** Takes what an attempt begins with; the first one has nothing. */
    Carried(TrialRecord begun) {
        this.metrics = new HashSet<>(begun.progress().metrics().keySet());
        this.attributes = new HashSet<>(begun.progress().attributes().keySet());
        // It says of this very attempt that it begins anew.
        attributes.remove(TrialRecord.RESTARTED);
    }

    /** Returns a progress that the attempt can add a value of a metric to. */
    Progress beforeMeasure(Progress progress, String metric, long step) {
        return metrics.remove(metric) && step >= 0 ? progress.withMetricBefore(metric, step) : progress;
    }

    /** Takes that the attempt says something itself. */
    void described(String key) {
        attributes.remove(key);
    }

    /**
     * Returns what is left of a progress when the attempt reports for the first time.
     *
     * @param progress with the intermediate values that are left
     */
    Progress goOn(Progress progress, TrialRecord before, long step) {
        Progress left = progress;
        for (String metric : metrics) {
            left = left.withMetricBefore(metric, step);
        }
        OptionalLong saved = before.savedStep();
        if (progress.charged().isEmpty()) {
            left = left.withoutAttributes(attributes);
        } else if (saved.isPresent() && saved.getAsLong() >= step && attributes.contains(TrialRecord.SAVED)) {
            left = left.withoutAttributes(Set.of(TrialRecord.SAVED));
        }
        metrics.clear();
        attributes.clear();
        return left;
    }
}

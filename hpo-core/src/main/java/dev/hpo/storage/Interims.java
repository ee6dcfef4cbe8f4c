// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a journal has of the trials that run here: see {@link Interim}. Safe for use by several threads. */
final class Interims {

    private final Map<TrialKey, Interim> running = new HashMap<>();

    /** Returns what is to be written of a trial: one attribute, or none. */
    synchronized List<Attribute> of(TrialKey trial, Progress progress) {
        return running.getOrDefault(trial, new Interim(trial)).next(progress).stream()
                .toList();
    }

    /** Returns the same, and something else before it. */
    List<Attribute> with(Attribute other, TrialKey trial, Progress progress) {
        return Stream.concat(Stream.of(other), of(trial, progress).stream()).toList();
    }

    /** Takes that it was written. */
    synchronized void written(TrialKey trial, Progress progress) {
        running.computeIfAbsent(trial, Interim::new).written(progress);
    }

    synchronized void remove(TrialKey trial) {
        running.remove(trial);
    }
}

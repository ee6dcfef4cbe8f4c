// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a sampler noted last. */
final class Notes {

    private Notes() {}

    /**
     * Returns the notes of the last trial that has one of a certain key.
     *
     * <p>Only what was queued or is the start configuration comes without, so that the walk back is short.
     */
    static Optional<Map<String, String>> last(String key, History history) {
        List<TrialRecord> trials = history.trials();
        for (int number = trials.size() - 1; number >= 0; number--) {
            Map<String, String> notes = trials.get(number).start().origin().notes();
            if (notes.containsKey(key)) {
                return Optional.of(notes);
            }
        }
        return Optional.empty();
    }
}

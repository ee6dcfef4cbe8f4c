// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Optional;

/** Finds what a sampler noted last. */
final class Notes {

    private Notes() {}

    /**
     * Returns the note of a certain key on the last trial that has one.
     *
     * <p>Only what was queued or is the start configuration comes without, so that the walk back is short unless nobody has noted
     * it yet.
     */
    static Optional<String> last(String key, History history) {
        List<TrialRecord> trials = history.trials();
        for (int number = trials.size() - 1; number >= 0; number--) {
            String note = trials.get(number).start().origin().notes().get(key);
            if (note != null) {
                return Optional.of(note);
            }
        }
        return Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s11population;

import dev.hpo.samples.s02digits.Digits;
import dev.hpo.samples.s10panda.DigitReader;
import dev.hpo.samples.s10panda.PaceConfig;
import dev.hpo.study.Study;
import dev.hpo.trial.TrialRecord;
import java.util.function.IntFunction;

/** A way to come to a trained network and a schedule. */
interface Contestant {
    Digits DIGITS = Digits.load();

    /** How many epochs a training has. */
    int EPOCHS = 40;

    /** Returns what it is called. */
    String name();

    /** Trains with a seed. */
    Outcome run(long seed) throws Exception;

    /**
     * What comes of it.
     *
     * @param epochs how many epochs were trained in all, those included that came to nothing
     * @param validation the loss by which the network was chosen
     * @param shipped the network that was chosen
     * @param anew another one, which was trained from the start as the chosen one was, with a fresh seed
     */
    record Outcome(long epochs, double validation, DigitReader shipped, DigitReader anew) {}

    /** Trains from the start. */
    static DigitReader trained(IntFunction<PaceConfig> paces, long seed) {
        DigitReader reader = DigitReader.init(seed);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            reader.fitOneEpoch(DIGITS.train(), paces.apply(epoch), seed);
        }
        return reader;
    }

    /** Returns a seed that a study with the given one does not have. */
    static long fresh(long seed) {
        return -1 - seed;
    }

    /** Returns how many epochs were trained in a study. */
    static long epochs(Study<?> study) {
        return study.history().trials().stream()
                .mapToLong(TrialRecord::trainedSteps)
                .sum();
    }
}

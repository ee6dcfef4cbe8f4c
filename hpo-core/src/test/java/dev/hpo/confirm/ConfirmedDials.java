// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.storage.JournalStorage;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.History;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Searches of a dial, and their confirmations, in a journal of their own. */
abstract class ConfirmedDials {

    /** Noise as large as what the leading ones differ by. */
    static final Objective<Dial> NOISY =
            (dial, trial) -> trial.report(Math.abs(dial.x()) + .2 * new SplittableRandom(trial.seed()).nextGaussian());

    StudySpec spec = StudySpec.minimize("dials", "distance");

    @BeforeEach
    void keep(@TempDir Path folder) {
        spec = StudySpec.minimize("dials", "distance")
                .withTrials(64)
                .withPatience(30)
                .withSampler(new RandomSampler())
                .withStorage(new JournalStorage(folder.resolve("dials.log")));
    }

    History search(Objective<Dial> objective) throws InterruptedException {
        try (Study<Dial> study = Study.open(DialSpace.SPACE, spec.withPatience(1000))) {
            return study.optimize(objective).history();
        }
    }

    History confirm(Confirmation<Dial> confirmation, Objective<Dial> objective) throws InterruptedException {
        try (Study<Dial> study = confirmation.open()) {
            return study.optimize(objective).history();
        }
    }
}

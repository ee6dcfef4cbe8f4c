// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Continuation;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import java.nio.file.Path;
import java.util.Optional;

/** The study that processes run until they are killed. */
final class KilledStudy {

    static final String NAME = "killed";
    static final RunId RUN = new RunId(NAME, 1);
    static final Problem PROBLEM = Problems.bowl(5);

    private KilledStudy() {}

    /**
     * Goes on with the study of a file, or begins it.
     *
     * @param isShared whether several processes take part
     * @param trials how many trials there are at most
     */
    static Study<Configuration> open(Path file, boolean isShared, int trials) {
        StudySpec spec = StudySpec.minimize(NAME, "value")
                .withStorage(new JournalStorage(file))
                .withSampler(new RandomSampler())
                .withPruner(new NopPruner())
                .withMode(isShared ? Mode.JOINED : Mode.SEQUENTIAL)
                .withTrials(trials);
        if (isShared) {
            return Study.open(PROBLEM.space(), spec);
        }
        Optional<Continuation> left = Continuation.of(PROBLEM.space(), spec)
                .filter(last -> last.isInterrupted() && last.differences().isEmpty());
        return left.isPresent()
                ? Study.resume(PROBLEM.space(), spec, left.get().run().id())
                : Study.open(PROBLEM.space(), spec);
    }
}

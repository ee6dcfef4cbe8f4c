// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.importance;

import dev.hpo.analysis.Analysis;
import dev.hpo.analysis.Importance;
import dev.hpo.analysis.ParameterImportance;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.function.ToDoubleFunction;

/** One study of a problem, and what it tells of importance. */
final class Told {

    private final Problem problem;
    private final History history;
    private final Importance importance;

    private Told(Problem problem, History history, Importance importance) {
        this.problem = problem;
        this.history = history;
        this.importance = importance;
    }

    /** Runs a study and analyses it. */
    static Told by(String sampler, Problem problem, int trials, long seed) throws InterruptedException {
        StudySpec spec = StudySpec.minimize(problem.name(), "value")
                .withTrials(trials)
                .withSampler(Samplers.named(sampler))
                .withPruner(new NopPruner())
                .withSeed(seed);
        try (Study<Configuration> study = Study.open(problem.space(), spec)) {
            study.optimize((config, trial) -> trial.report(problem.value(config)));
            StudyFacts facts = new StudyFacts(problem.name(), Direction.MINIMIZE, seed, trials, 1);
            Importance importance =
                    Analysis.of(problem.space(), study.history(), facts).importance();
            return new Told(problem, study.history(), importance);
        }
    }

    History history() {
        return history;
    }

    double[] alone() {
        return all(one -> one.alone().value());
    }

    double[] total() {
        return all(one -> one.total().value());
    }

    double[] amongBest() {
        return all(ParameterImportance::amongBest);
    }

    /** Returns which share of the true shares is within the intervals. */
    double covered(ExactAnova exact) {
        int covered = 0;
        double[] alone = exact.alone();
        for (int at = 0; at < alone.length; at++) {
            double truth = alone[at];
            covered += importance
                            .of(problem.space().parameters().get(at).name())
                            .filter(one -> one.alone().low() <= truth
                                    && truth <= one.alone().high())
                            .isPresent()
                    ? 1
                    : 0;
        }
        return covered / (double) alone.length;
    }

    /** What nothing can be said of explains nothing. */
    private double[] all(ToDoubleFunction<ParameterImportance> share) {
        return problem.space().parameters().stream()
                .map(Parameter::name)
                .mapToDouble(
                        name -> importance.of(name).map(share::applyAsDouble).orElse(0.0))
                .toArray();
    }
}

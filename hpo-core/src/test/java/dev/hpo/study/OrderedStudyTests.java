// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time limit is there for threads that wait for one another for ever. */
@Timeout(120)
class OrderedStudyTests {

    private static final int WINDOW = 4;
    private static final int SEEDS = 60;

    private final HistoryHash hash = new HistoryHash();
    private final StudySpec spec = StudySpec.minimize("points", "distance")
            .withMode(Mode.ORDERED)
            .withWindow(WINDOW)
            .withTrials(60)
            .withSampler(hash)
            .withPruner(hash);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void anyNumberOfThreadsGivesTheSameStudy(int threads) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            StudySpec seeded = spec.withSeed(seed);

            assertThat(run(seeded.withThreads(threads))).isEqualTo(run(seeded));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void patienceEndsTheSameStudyAtTheSameTrial(int threads) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            StudySpec patient = spec.withSeed(seed).withPatience(8);

            assertThat(run(patient.withThreads(threads))).isEqualTo(run(patient));
        }
    }

    @Test
    void studiesOfTheTestSeeEveryState() throws Exception {
        List<Object> trials = run(spec.withSeed(1).withTrials(200).withThreads(3));

        assertThat(trials.toString())
                .contains(
                        "REJECTED",
                        "EXCEPTION",
                        "INFEASIBLE",
                        "MISUSE",
                        "NOT_FINITE",
                        "Pruned[reason=hash",
                        "Complete");
    }

    @Test
    void trialKnowsExactlyTheResultsThatAreAWindowBehind() throws Exception {
        Map<Integer, History> seen = new ConcurrentHashMap<>();
        StudySpec watched = spec.withThreads(3).withSampler(new RandomSampler()).withPruner(judged -> {
            seen.put(judged.trial().number(), judged.history());
            return Verdict.KEEP;
        });
        try (Study<Point> study = Study.open(PointSpace.SPACE, watched)) {
            study.optimize(new Course());
        }

        assertThat(seen).hasSizeGreaterThan(20).allSatisfy((number, history) -> {
            assertThat(history.size()).isEqualTo(number);
            assertThat(history.trials())
                    .allSatisfy(trial -> assertThat(trial.state().isFinished() && !trial.isRejected())
                            .isEqualTo(trial.number() <= number - WINDOW && !trial.isRejected()));
        });
    }

    @Test
    void fastTrialsGoOnUpToTheWindowWhileASlowOneRuns() throws Exception {
        CountDownLatch others = new CountDownLatch(WINDOW - 1);
        try (Study<Point> study =
                Study.open(PointSpace.SPACE, spec.withThreads(2).withSampler(new OnePoint()))) {
            StudyResult<Point> result = study.optimize((point, trial) -> {
                if (trial.number() == 0) {
                    others.await();
                    assertThat(study.history().size()).isLessThanOrEqualTo(WINDOW);
                } else {
                    others.countDown();
                }
                trial.report(trial.number());
            });

            assertThat(result.history().count(TrialState.COMPLETE)).isEqualTo(60);
        }
    }

    private static List<Object> run(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize(new Course());
            return Course.facts(study.history().trials());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.pruner.NopPruner;
import dev.hpo.space.Configuration;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudyException;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.EarlierStudy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The trials of one run, in the way a user's study makes them: asked and told, in memory, the sampler with its default options
 * and knowing the budget, without a start configuration and without a pruner.
 */
final class Trials {

    private final Problem problem;
    private final Run.Key key;
    private final int trials;
    private final ProcessorTime time = new ProcessorTime();
    private final Deque<Suggestion<Configuration>> pending = new ArrayDeque<>();
    private final SortedMap<Integer, Double> bests = new TreeMap<>();
    private double best = Double.POSITIVE_INFINITY;
    private int asked;
    private int told;

    private Trials(Problem problem, Run.Key key, int trials) {
        this.problem = problem;
        this.key = key;
        this.trials = trials;
    }

    /**
     * Runs all trials of a run.
     *
     * @param problem the problem of that name
     * @param key which run it is
     * @param trials how many trials there are; a study that ends before, in an exhausted space, stays as good as it is
     * @throws InterruptedException if this thread is interrupted
     */
    static Run run(Problem problem, Run.Key key, int trials) throws InterruptedException {
        return run(problem, key, trials, Entrant.of(key.sampler()));
    }

    static Run run(Problem problem, Run.Key key, int trials, Entrant entrant) throws InterruptedException {
        return new Trials(problem, key, trials).run(entrant);
    }

    private Run run(Entrant entrant) throws InterruptedException {
        try (Study<Configuration> study = Study.open(problem.space(), spec(entrant))) {
            do {
                fill(study);
                if (!pending.isEmpty()) {
                    tell(study, pending.remove());
                }
            } while (maybeAsked(study) || !pending.isEmpty());
        }
        SortedSet<Integer> within = Checkpoints.of(trials).headSet(trials + 1);
        within.forEach(n -> bests.putIfAbsent(n, best));
        return new Run(key, bests, OptionalDouble.of(time.seconds()));
    }

    /** Asks until there are as many trials under way as there may be. A sampler can insist on a result before. */
    private void fill(Study<Configuration> study) throws InterruptedException {
        while (maybeAsked(study) && pending.size() < key.pending()) {
            try {
                Optional<Suggestion<Configuration>> suggestion = ask(study);
                asked += suggestion.isPresent() ? 1 : 0;
                suggestion.ifPresent(pending::add);
            } catch (IllegalStateException e) {
                if (pending.isEmpty() || e instanceof StudyException) {
                    throw e;
                }
                return;
            }
        }
    }

    /** A study that was told of more trials does not end by itself. */
    private boolean maybeAsked(Study<Configuration> study) {
        return asked < trials && study.endReason().isEmpty();
    }

    private StudySpec spec(Entrant entrant) {
        List<EarlierStudy> earlier = entrant.past().studies(problem, key.seed());
        StudySpec spec = StudySpec.minimize(problem.name(), "value")
                .withTrials(key.budget() == 0 ? trials : key.budget())
                .withSampler(entrant.sampler())
                .withPruner(new NopPruner())
                .withSeed(key.seed())
                .withEarlier(present -> earlier);
        return key.pending() == 1 ? spec : spec.withMode(Mode.CONCURRENT).withThreads(key.pending());
    }

    private Optional<Suggestion<Configuration>> ask(Study<Configuration> study) throws InterruptedException {
        time.start();
        try {
            return study.ask();
        } finally {
            time.stop();
        }
    }

    private void tell(Study<Configuration> study, Suggestion<Configuration> suggestion) {
        double value = problem.value(suggestion.config());
        time.start();
        suggestion.trial().report(value);
        study.tell(suggestion.trial());
        time.stop();
        best = Math.min(best, value);
        told++;
        if (Checkpoints.of(trials).contains(told)) {
            bests.put(told, best);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.benchmarks.problem.CurveProblem;
import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudyException;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.study.TrialPrunedException;
import dev.hpo.trial.Budget;
import dev.hpo.trial.StudyFacts;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The trainings of one run, in the way a user's study makes them: each reports after each epoch and may be stopped there. Workers are
 * simulated: an epoch takes each of them the same time, and whoever is free asks at once. The study knows of a budget of as many trials as
 * there are full trainings; what is saved goes into further ones.
 */
final class Trainings {

    /** How many full trainings the study is told that it has. */
    static final int TOLD = PrunedRun.READ.get(PrunedRun.READ.size() - 1);

    private final CurveProblem problem;
    private final PrunedRun.Key key;
    private final Answers answers;
    private final long budget;
    private final PriorityQueue<Training> running =
            new PriorityQueue<>(Comparator.comparingLong(Training::time).thenComparing(Training::worker));
    private final Deque<Integer> idle = new ArrayDeque<>();
    private final SortedMap<Integer, Double> bests = new TreeMap<>();
    private double best = Double.POSITIVE_INFINITY;
    private long spent;
    private long now;

    private Trainings(CurveProblem problem, PrunedRun.Key key) {
        this.problem = problem;
        this.key = key;
        this.answers = new Answers(problem.epochs(), this::end);
        this.budget = (long) TOLD * problem.epochs();
        for (int worker = 0; worker < key.method().workers(); worker++) {
            idle.add(worker);
        }
    }

    /**
     * Runs until the epochs of all trainings are spent.
     *
     * @param problem the problem of that name
     * @param key which run it is
     * @param pruner the pruner of that name
     * @throws InterruptedException if this thread is interrupted
     */
    static PrunedRun run(CurveProblem problem, PrunedRun.Key key, Pruner pruner) throws InterruptedException {
        return new Trainings(problem, key).run(pruner);
    }

    private PrunedRun run(Pruner pruner) throws InterruptedException {
        try (Study<Configuration> study = Study.open(problem.space(), spec(pruner))) {
            begin(study);
            while (spent < budget && !running.isEmpty()) {
                advance(study, running.remove());
                if (!idle.isEmpty() && key.method().saves()) {
                    answers.consider(study, spent);
                }
                begin(study);
            }
        }
        bests.putAll(answers.all());
        PrunedRun.READ.forEach(trainings -> bests.putIfAbsent(trainings, best));
        return new PrunedRun(key, bests);
    }

    private StudySpec spec(Pruner pruner) {
        int workers = key.method().workers();
        StudySpec spec = StudySpec.minimize(problem.name(), "value")
                .withTrials(Integer.MAX_VALUE)
                .withSampler(new Told(Samplers.named(key.method().sampler()), this::told))
                .withPruner(judged -> pruner.judge(told(judged)))
                .withSeed(key.seed());
        return workers == 1 ? spec : spec.withMode(Mode.CONCURRENT).withThreads(workers);
    }

    /** Begins a training with each worker that is free. A sampler can insist on a result before. */
    private void begin(Study<Configuration> study) throws InterruptedException {
        while (!idle.isEmpty() && study.endReason().isEmpty()) {
            Optional<Suggestion<Configuration>> next;
            try {
                next = study.ask();
            } catch (StudyException e) {
                throw e;
            } catch (IllegalStateException e) {
                if (running.isEmpty()) {
                    throw e;
                }
                return;
            }
            next.ifPresent(this::start);
        }
    }

    private void start(Suggestion<Configuration> suggestion) {
        Training training = new Training(suggestion, problem.curve(suggestion.config()), idle.remove(), now);
        if (key.method().saves()) {
            training.save();
        }
        running.add(training);
    }

    private double end(Configuration configuration) {
        double[] curve = problem.curve(configuration);
        double last = curve[curve.length - 1];
        return Double.isFinite(last) ? last : Double.POSITIVE_INFINITY;
    }

    private void advance(Study<Configuration> study, Training training) {
        now = training.time();
        spent++;
        boolean isStopped = false;
        try {
            training.report();
        } catch (TrialPrunedException e) {
            isStopped = true;
        }
        if (isStopped || training.isDone()) {
            study.tell(training.trial());
            study.history().trial(training.trial().number()).value().ifPresent(value -> best = Math.min(best, value));
            idle.add(training.worker());
        } else {
            running.add(training);
        }
        if (spent % problem.epochs() == 0 && PrunedRun.READ.contains((int) (spent / problem.epochs()))) {
            bests.put((int) (spent / problem.epochs()), best);
        }
    }

    private Case told(Case judged) {
        return new Case(judged.space(), judged.trial(), judged.history(), told(judged.facts()), judged.mayPause());
    }

    /** Returns what the study is told. Of how long a training is too if there are several workers, as nobody could learn it in time. */
    private StudyFacts told(StudyFacts facts) {
        OptionalLong steps = key.method().workers() == 1 ? OptionalLong.empty() : OptionalLong.of(problem.epochs());
        Budget told = new Budget(TOLD, facts.parallelism(), OptionalInt.empty(), steps);
        return new StudyFacts(facts.study(), facts.aim(), facts.seed(), told, facts.earlier());
    }

    /** A sampler that is told of the full trainings, and not that there may be any number of trials. */
    private record Told(Sampler sampler, UnaryOperator<StudyFacts> told) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return sampler.propose(
                    new Ask(ask.space(), ask.history(), told.apply(ask.facts()), ask.number(), ask.random()));
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return sampler.describe(space, told.apply(facts));
        }

        @Override
        public boolean isEnumeration() {
            return sampler.isEnumeration();
        }

        @Override
        public boolean promotes() {
            return sampler.promotes();
        }
    }
}

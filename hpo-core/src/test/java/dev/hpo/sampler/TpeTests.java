// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TpeTests {

    private static final int SEEDS = 9;

    private static final Parameter<Double> X = Spaces.real("x");
    private static final Parameter<Double> Y = Spaces.real("y");
    private static final Parameter<String> KIND = Spaces.choice(Scope.root().child("kind"), 4);
    private static final Parameter<Long> LAYERS = Spaces.whole("layers", 1, 40);
    private static final Parameter<String> DEEPER =
            Spaces.choice(Scope.root().when(new Condition.Equal(KIND, "v2")).child("deeper"), 5);

    @Test
    void continuousBowlIsDescendedMuchFurtherThanByRandomSearch() {
        Space<?> space = Spaces.fiveReals();
        ToDoubleFunction<Configuration> bowl = configuration -> space.parameters().stream()
                .mapToDouble(parameter -> {
                    double distance = parameter.domain().toUnit(configuration.raw(parameter)) - 0.3;
                    return distance * distance;
                })
                .sum();
        assertThat(best(new TpeSampler(), space, bowl)).isLessThan(0.2 * best(new RandomSampler(), space, bowl));
    }

    @Test
    void bestBranchOfAConditionalSpaceIsFound() {
        Space<?> space = Spaces.of(KIND, DEEPER, X, LAYERS);
        ToDoubleFunction<Configuration> tree = configuration -> {
            double branch =
                    configuration.contains(DEEPER) ? configuration.get(DEEPER).equals("v3") ? 0 : 0.5 : 0.3;
            double layers = Math.abs(configuration.get(LAYERS) - 30) / 40.0;
            return branch + Math.abs(configuration.get(X) - 0.8) + layers;
        };
        assertThat(best(new TpeSampler(), space, tree)).isLessThan(0.3 * best(new RandomSampler(), space, tree));
    }

    /** The best values lie there: were they none that fail, nearly all trials would. */
    @Test
    void regionWhereTrialsFailIsLeftAlone() {
        assertThat(meanTrialsBeyondTheMiddle(true)).isLessThan(12);
        assertThat(meanTrialsBeyondTheMiddle(false)).isGreaterThan(25);
    }

    /** Returns how many of the last thirty trials of sixty lie in a half of the space, on average over a hundred seeds. */
    private static double meanTrialsBeyondTheMiddle(boolean failing) {
        Space<?> space = Spaces.of(X, Y);
        int beyond = 0;
        int seeds = 100;
        for (int seed = 0; seed < seeds; seed++) {
            History history = History.empty();
            TpeSampler sampler = new TpeSampler();
            for (int number = 0; number < 60; number++) {
                Proposal.Try next = propose(sampler, space, history, seed);
                double x = next.configuration().get(X);
                beyond += number >= 30 && x > 0.5 ? 1 : 0;
                history = failing && x > 0.5
                        ? fail(history, next)
                        : Spaces.complete(history, next, next.configuration().get(Y) - x);
            }
        }
        return (double) beyond / seeds;
    }

    @Test
    void whereAllFailsItLooksElsewhereThanBefore() {
        Space<?> space = Spaces.of(X);
        History history = History.empty();
        for (int number = 0; number < 20; number++) {
            Proposal.Try near = Proposal.Try.of(
                    Configuration.builder().set(X, number / 40.0).build());
            history = fail(history, near);
        }
        History past = history;
        assertThat(IntStream.range(0, 20).mapToObj(seed -> propose(new TpeSampler(), space, past, seed)
                        .configuration()
                        .get(X)))
                .filteredOn(x -> x > 0.5)
                .hasSizeGreaterThan(17);
    }

    @Test
    void runningTrialsAreKeptAwayFrom() {
        Space<?> space = Spaces.of(X, Y);
        History history = History.empty();
        TpeSampler sampler = new TpeSampler();
        for (int number = 0; number < 20; number++) {
            Proposal.Try next = propose(sampler, space, history, 1);
            double x = next.configuration().get(X);
            history =
                    Spaces.complete(history, next, x * x + next.configuration().get(Y));
        }
        double alone = distance(propose(sampler, space, history, 1), propose(sampler, space, history, 2));
        History past = history;
        double[] together = IntStream.range(0, 40)
                .mapToDouble(seed -> nearestOfEight(space, past, seed))
                .sorted()
                .toArray();
        assertThat(alone).isPositive();
        assertThat(together[20]).isGreaterThan(0.01);
    }

    /** The median over seeds of the smallest distance between proposals that are all running. */
    private static double nearestOfEight(Space<?> space, History past, int seed) {
        History history = past;
        double nearest = 1;
        for (int running = 0; running < 4; running++) {
            Proposal.Try next = propose(new TpeSampler(), space, history, seed);
            for (int other = past.size(); other < history.size(); other++) {
                Configuration configuration = history.trials().get(other).configuration();
                nearest = Math.min(nearest, distance(next, Proposal.Try.of(configuration)));
            }
            history = history.with(Spaces.running(history.size(), next));
        }
        return nearest;
    }

    private static double distance(Proposal.Try one, Proposal.Try other) {
        return Math.hypot(
                one.configuration().get(X) - other.configuration().get(X),
                one.configuration().get(Y) - other.configuration().get(Y));
    }

    @Test
    void beliefDrawsTheFirstTrialsAndIsOverruledByResults() {
        Parameter<Double> believed = Spaces.real("x").near(0.8, 0.05);
        Space<?> space = Spaces.of(believed, Y);
        History history = History.empty();
        TpeSampler sampler = new TpeSampler();
        for (int number = 0; number < 60; number++) {
            Proposal.Try next = propose(sampler, space, history, 1);
            double x = next.configuration().get(believed);
            history = Spaces.complete(history, next, Math.abs(x - 0.2));
        }
        assertThat(history.trials().subList(0, 6))
                .filteredOn(trial -> Math.abs(trial.configuration().get(believed) - 0.8) < 0.15)
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(history.trials().subList(40, 60))
                .filteredOn(trial -> Math.abs(trial.configuration().get(believed) - 0.2) < 0.1)
                .hasSizeGreaterThan(12);
    }

    @Test
    void descriptionNamesTheMethod() {
        assertThat(new TpeSampler().describe(Spaces.fiveReals(), Spaces.facts(50, 1)))
                .isEqualTo("TPE (tree-structured Parzen estimator)");
    }

    /** The median over seeds of the best value of 80 trials. */
    private static double best(Sampler sampler, Space<?> space, ToDoubleFunction<Configuration> function) {
        double[] bests = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            History history = History.empty();
            bests[seed] = Double.POSITIVE_INFINITY;
            for (int number = 0; number < 80; number++) {
                Proposal.Try next = propose(sampler, space, history, seed);
                double value = function.applyAsDouble(next.configuration());
                history = Spaces.complete(history, next, value);
                bests[seed] = Math.min(bests[seed], value);
            }
        }
        Arrays.sort(bests);
        return bests[SEEDS / 2];
    }

    private static Proposal.Try propose(Sampler sampler, Space<?> space, History history, long seed) {
        StudyFacts facts = Spaces.facts(80, seed);
        return (Proposal.Try) sampler.propose(Spaces.ask(space, history, facts));
    }

    private static History fail(History history, Proposal.Try proposal) {
        TrialRecord running = Spaces.running(history.size(), proposal);
        Failure failure = Failure.of(Failure.Kind.EXCEPTION, "on purpose");
        return history.with(running.finished(new Outcome.Failed(failure), Instant.EPOCH));
    }
}

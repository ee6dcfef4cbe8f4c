// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.Permutation;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What samplers propose with one seed says nothing of what they propose with another. */
class IndependentSeedsTests {

    private static final int SEEDS = 100;
    private static final Space<?> WIDE = reals(1000);

    /** A value that stands twice is an axis of one study that is an axis of another, in the same place or not. */
    @ParameterizedTest
    @ValueSource(strings = {"qmc", "coarse-to-fine", "gp", "forest", "cma-es", "auto"})
    void beginningsShareNoAxis(String name) {
        Set<Object> values = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Sampler sampler = Samplers.named(name);
            StudyFacts facts = Spaces.facts(50, seed);
            // The second point, for the first may be the middle.
            History first = Spaces.complete(History.empty(), next(sampler, WIDE, History.empty(), facts), 0);
            values.addAll(
                    next(sampler, WIDE, first, facts).configuration().asMap().values());
        }
        assertThat(values).hasSize(SEEDS * WIDE.parameters().size());
    }

    /** Also where trial 3 of seed 5 could be trial 5 of seed 3. */
    @ParameterizedTest
    @ValueSource(strings = {"random", "tpe", "coarse-to-fine", "qmc"})
    void noTrialIsThatOfAnotherSeed(String name) {
        int trials = 20;
        Space<?> space = reals(2);
        Set<Object> values = new HashSet<>();
        for (int seed = 0; seed < trials; seed++) {
            Sampler sampler = Samplers.named(name);
            History history = History.empty();
            for (int trial = 0; trial < trials; trial++) {
                Proposal.Try next = next(sampler, space, history, Spaces.facts(trials, seed));
                values.addAll(next.configuration().asMap().values());
                history = Spaces.complete(history, next, trial);
            }
        }
        assertThat(values).hasSize(trials * trials * space.parameters().size());
    }

    /** The box of a stage is the same for all seeds here, so a value that stands twice is a shared axis. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void laterStagesFromCoarseToFineShareNoAxis(int stage) {
        Configuration middle = WIDE.choose(parameter -> 0.5);
        History history = History.empty();
        for (int trial = 0; trial < 2 * stage; trial++) {
            history = Spaces.complete(history, Proposal.Try.of(middle), 0);
        }
        Set<Object> values = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Proposal.Try next = next(new CoarseToFineSampler(), WIDE, history, Spaces.facts(8, seed));
            assertThat(next.notes()).containsValue(stage + "/0");
            values.addAll(next.configuration().asMap().values());
        }
        assertThat(values).hasSize(SEEDS * WIDE.parameters().size());
    }

    /** Two orders of a billion billion points do not meet within the first few hundred; orders of more points are hashes. */
    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void gridOrdersShareNoPlace(int parameters) {
        int places = Boolean.getBoolean("dev.hpo.testkit.long") ? 1000 : 300;
        Space<?> space = reals(parameters);
        Sampler grid = new GridSampler().withLevels(1000);
        Set<Configuration> points = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            StudyFacts facts = Spaces.facts(places, seed);
            History history = History.empty();
            for (int place = 0; place < places; place++) {
                Proposal.Try next = next(grid, space, history, facts);
                points.add(next.configuration());
                history = Spaces.complete(history, next, place);
            }
        }
        assertThat(points).hasSize(SEEDS * places);
    }

    /** Of two random orders of a thousand points, one place on average holds the same point. */
    @Test
    void gridOrdersAgreeAsSeldomAsChanceHasIt() {
        int size = 1000;
        long[][] orders = new long[SEEDS][];
        for (int seed = 0; seed < SEEDS; seed++) {
            Permutation order = GridSampler.order(size, seed);
            orders[seed] = LongStream.range(0, size).map(order::at).toArray();
        }
        int all = 0;
        for (int one = 0; one < SEEDS; one++) {
            for (int other = 0; other < one; other++) {
                int same = same(orders[one], orders[other]);
                assertThat(same).as("places of seeds %d and %d", one, other).isLessThan(12);
                all += same;
            }
        }
        // 4950 expected, with a standard deviation of 70.
        assertThat(all).isBetween(4600, 5300);
    }

    private static int same(long[] one, long[] other) {
        return (int) IntStream.range(0, one.length)
                .filter(place -> one[place] == other[place])
                .count();
    }

    private static Space<?> reals(int count) {
        return Spaces.of(IntStream.range(0, count)
                .mapToObj(axis -> Spaces.real("x" + axis))
                .toArray(Parameter<?>[]::new));
    }

    private static Proposal.Try next(Sampler sampler, Space<?> space, History history, StudyFacts facts) {
        return (Proposal.Try) sampler.propose(Spaces.ask(space, history, facts));
    }
}

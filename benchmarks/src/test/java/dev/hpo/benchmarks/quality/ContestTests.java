// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.benchmarks.figures.Seeds;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContestTests {

    private final Problem good = Problems.bowl(2);
    private final Problem broken = new Problem(
            "broken",
            good.suite(),
            good.space(),
            point -> {
                throw new IllegalStateException("no value");
            },
            good.range());
    private final List<Run> runs = new ArrayList<>();

    @Test
    void runsGoSeedAfterSeed() throws InterruptedException {
        Problem other = Problems.bowl(3);
        new Contest(List.of(good, other), List.of("random", "qmc"), new Contest.Length(new Seeds(0, 1), 5, 0, 1))
                .run(Set.of(key(good, "qmc", 0)), 1, runs::add);

        assertThat(runs)
                .extracting(Run::key)
                .containsExactly(
                        key(good, "random", 0),
                        key(other, "random", 0),
                        key(other, "qmc", 0),
                        key(good, "random", 1),
                        key(good, "qmc", 1),
                        key(other, "random", 1),
                        key(other, "qmc", 1));
    }

    @Test
    void runThatFails_stopsNoOther() throws InterruptedException {
        Map<Run.Key, Throwable> failures = new Contest(
                        List.of(broken, good), List.of("random"), new Contest.Length(new Seeds(0, 1), 5, 0, 1))
                .run(Set.of(), 1, runs::add);

        assertThat(runs).extracting(Run::key).containsExactly(key(good, "random", 0), key(good, "random", 1));
        assertThat(failures).containsOnlyKeys(key(broken, "random", 0), key(broken, "random", 1));
        assertThat(failures.values()).allSatisfy(cause -> assertThat(cause).hasMessage("no value"));
    }

    private static Run.Key key(Problem problem, String sampler, long seed) {
        return new Run.Key(problem.name(), sampler, seed, 1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** Earlier studies, good and bad, that a sampler may be told of. */
final class EarlierStudies {

    private final Space<Configuration> space;

    EarlierStudies(Space<Configuration> space) {
        this.space = space;
    }

    /** Returns studies with usual, extreme and equal values, with one trial, with none, and with the same trial again and again. */
    List<EarlierStudy> all() {
        return List.of(
                study("usual", 20, trial -> trial % 7),
                study("extreme", 10, trial -> trial % 2 == 0 ? 1e300 : -1e-300),
                study("equal", 10, trial -> 1),
                study("one", 1, trial -> 0),
                study("none", 0, trial -> 0),
                new EarlierStudy("same", Direction.MINIMIZE, List.of(same(1), same(1), same(2), same(3), same(3)), 4));
    }

    private EarlierStudy study(String name, int trials, IntToDoubleFunction value) {
        RandomGenerator random = SplitMix.of(5, trials);
        List<EarlierStudy.Result> results = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            Configuration configuration =
                    space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            results.add(new EarlierStudy.Result(configuration, value.applyAsDouble(trial)));
        }
        return new EarlierStudy(name, Direction.MINIMIZE, results, 0);
    }

    private EarlierStudy.Result same(double value) {
        return new EarlierStudy.Result(
                space.choose(parameter -> parameter.domain().fromUnit(0)), value);
    }
}

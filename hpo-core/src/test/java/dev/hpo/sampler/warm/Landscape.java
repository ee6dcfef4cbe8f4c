// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A problem with four numbers, a choice and a number that exists with one of its values only, and kin of it. */
final class Landscape {

    static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LOG, 1e-5, 1));
    static final Parameter<String> KIND =
            Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("a", "b"), List.of("a", "b"));
    static final PlainSpace SPACE = new PlainSpace(List.of(
            RATE,
            number("x", Scope.root()),
            number("y", Scope.root()),
            number("z", Scope.root()),
            KIND,
            number("depth", Scope.root().when(new Condition.Equal(KIND, "b")))));

    private static final Instant NOW = Instant.EPOCH;

    private Landscape() {}

    private static Parameter<Double> number(String name, Scope scope) {
        return Parameter.ofDouble(
                (scope.conditions().isEmpty()
                                ? scope
                                : Scope.root().when(scope.conditions().get(0)))
                        .child(name),
                RealDomain.of(Scale.LINEAR, 0, 1));
    }

    /** A bowl, lowest at 0.3 everywhere, with slopes of different steepness. */
    static double loss(Configuration configuration) {
        return bowl(configuration, 0.3);
    }

    /** The same bowl elsewhere. */
    static double moved(Configuration configuration) {
        return bowl(configuration, 0.75);
    }

    private static double bowl(Configuration configuration, double lowest) {
        double sum = 0;
        double steepness = 4;
        for (Parameter<?> parameter : SPACE.parameters()) {
            if (configuration.contains(parameter)) {
                double difference = parameter.domain().toUnit(configuration.raw(parameter)) - lowest;
                sum += steepness * difference * difference;
                steepness /= 1.5;
            }
        }
        return sum;
    }

    /** Noise that has nothing to do with the configuration. */
    static ToDoubleFunction<Configuration> noise(long seed) {
        return configuration -> SplitMix.of(seed, configuration.hashCode()).nextDouble();
    }

    static Configuration draw(RandomGenerator random) {
        return SPACE.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
    }

    static EarlierStudy study(String name, int size, long seed, ToDoubleFunction<Configuration> values) {
        RandomGenerator random = SplitMix.of(seed, 1);
        List<EarlierStudy.Result> results = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Configuration configuration = draw(random);
            results.add(new EarlierStudy.Result(configuration, values.applyAsDouble(configuration)));
        }
        return new EarlierStudy(name, Direction.MINIMIZE, results, 0);
    }

    static History history(int size, long seed, ToDoubleFunction<Configuration> values) {
        RandomGenerator random = SplitMix.of(seed, 2);
        History history = History.empty();
        for (int i = 0; i < size; i++) {
            Configuration configuration = draw(random);
            history = with(history, configuration, values.applyAsDouble(configuration));
        }
        return history;
    }

    static History with(History history, Configuration configuration, double value) {
        TrialStart start = new TrialStart(history.size(), configuration, 1, Origin.of(Origin.Source.SAMPLER), NOW);
        return history.with(TrialRecord.running(start).finished(Outcome.Complete.of(value), NOW));
    }

    static History running(History history, Configuration configuration) {
        return history.with(TrialRecord.running(
                new TrialStart(history.size(), configuration, 1, Origin.of(Origin.Source.SAMPLER), NOW)));
    }
}

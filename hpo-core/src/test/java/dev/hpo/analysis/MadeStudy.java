// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A study whose trials a test makes, of configurations drawn at random. */
final class MadeStudy {

    private final PlainSpace space;
    private final RandomGenerator random;
    private final List<TrialRecord> trials = new ArrayList<>();
    private Direction direction = Direction.MINIMIZE;

    MadeStudy(long seed, Parameter<?>... parameters) {
        this.space = new PlainSpace(List.of(parameters));
        this.random = SplitMix.of(seed);
    }

    static Parameter<Double> range(String name) {
        return Parameter.ofDouble(Scope.root().child(name), RealDomain.of(Scale.LINEAR, 0, 1));
    }

    static Parameter<Double> range(String name, Condition condition) {
        return Parameter.ofDouble(Scope.root().when(condition).child(name), RealDomain.of(Scale.LINEAR, 0, 1));
    }

    static Parameter<Long> whole(String name, Scale scale, long min, long max, Condition... conditions) {
        Scope scope = Scope.root();
        for (Condition condition : conditions) {
            scope = scope.when(condition);
        }
        return Parameter.ofLong(scope.child(name), IntegerDomain.of(scale, min, max));
    }

    static Parameter<String> choice(String name, String... choices) {
        return Parameter.ofChoice(Scope.root().child(name), ChoiceDomain.of(choices), List.of(choices));
    }

    Space<?> space() {
        return space;
    }

    RandomGenerator random() {
        return random;
    }

    History history() {
        return History.of(trials);
    }

    StudyFacts facts() {
        return new StudyFacts("made", direction, 1, Integer.MAX_VALUE, 1);
    }

    Analysis analysis() {
        return Analysis.of(space, history(), facts());
    }

    Configuration draw() {
        return space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
    }

    MadeStudy maximizing() {
        direction = Direction.MAXIMIZE;
        return this;
    }

    /** Returns the number of the trial whose configuration is nearest to something. */
    int numberOf(ToDoubleFunction<Configuration> distance) {
        return trials.stream()
                .min(Comparator.comparingDouble(trial -> distance.applyAsDouble(trial.configuration())))
                .orElseThrow()
                .number();
    }

    /** Adds a complete trial of the first configuration drawn that fulfils something. */
    void completeWhere(Predicate<Configuration> where, ToDoubleFunction<Configuration> value) {
        Configuration configuration = draw();
        while (!where.test(configuration)) {
            configuration = draw();
        }
        complete(configuration, value);
    }

    /** Adds complete trials. */
    MadeStudy complete(int count, ToDoubleFunction<Configuration> value) {
        for (int i = 0; i < count; i++) {
            complete(draw(), value);
        }
        return this;
    }

    void complete(Configuration configuration, ToDoubleFunction<Configuration> value) {
        trials.add(
                begun(configuration).finished(Outcome.Complete.of(value.applyAsDouble(configuration)), Instant.EPOCH));
    }

    /** Adds a complete trial with a curve of the steps 1, 2 and so on. */
    void complete(double... curve) {
        trials.add(begun(draw())
                .with(progress(curve))
                .finished(Outcome.Complete.of(curve[curve.length - 1]), Instant.EPOCH));
    }

    /** Adds a trial that was stopped after a curve of the steps 1, 2 and so on. */
    void stopped(double... curve) {
        trials.add(begun(draw()).with(progress(curve)).finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));
    }

    private static Progress progress(double... curve) {
        Progress progress = Progress.NONE;
        for (int step = 1; step <= curve.length; step++) {
            progress = progress.with(new Observation(step, curve[step - 1]));
        }
        return progress;
    }

    void pruned(Configuration configuration, double value) {
        trials.add(begun(configuration)
                .with(Progress.NONE.with(new Observation(1, value)))
                .finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));
    }

    void failed(Configuration configuration) {
        Failure failure = Failure.of(Failure.Kind.EXCEPTION, "on purpose");
        trials.add(begun(configuration).finished(new Outcome.Failed(failure), Instant.EPOCH));
    }

    private TrialRecord begun(Configuration configuration) {
        return TrialRecord.running(
                new TrialStart(trials.size(), configuration, 1, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
    }
}

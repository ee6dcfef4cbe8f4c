// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Studies made up for the tests. */
final class Studies {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Scope ROOT = Scope.root();

    static final Parameter<Double> RATE =
            Parameter.ofDouble(ROOT.child("learningRate"), RealDomain.of(Scale.LOG, 1e-4, 1));
    static final Parameter<Double> MOMENTUM =
            Parameter.ofDouble(ROOT.child("momentum"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999));
    static final Parameter<Integer> UNITS =
            Parameter.ofInt(ROOT.child("hiddenUnits"), IntegerDomain.of(Scale.LINEAR, 50, 100));
    static final Parameter<String> OPTIMIZER =
            Parameter.ofChoice(ROOT.child("optimizer"), ChoiceDomain.of("sgd", "adam"), List.of("sgd", "adam"));
    static final Parameter<Double> BETA1 = Parameter.ofDouble(
            ROOT.child("optimizer").child("adam").child("beta1").when(new Condition.Equal(OPTIMIZER, "adam")),
            RealDomain.of(Scale.ONE_MINUS_LOG, 0.8, 0.99));

    static final PlainSpace MLP = new PlainSpace(List.of(RATE, MOMENTUM, UNITS, OPTIMIZER, BETA1));

    static final StudyFacts FACTS =
            new StudyFacts("DigitsTuning.tune", Direction.MINIMIZE, 8_934_759_834_759_834L, 50, 1);

    static final ProgressLine.Time NO_TIME = new ProgressLine.Time(Duration.ZERO, Optional.empty());

    private Studies() {}

    static Configuration mlp(double rate, double momentum, int units, @Nullable Double beta1) {
        Configuration.Builder builder = Configuration.builder()
                .set(RATE, rate)
                .set(MOMENTUM, momentum)
                .set(UNITS, units)
                .set(OPTIMIZER, beta1 == null ? "sgd" : "adam");
        return (beta1 == null ? builder : builder.set(BETA1, beta1)).build();
    }

    /** A study with one trial of each kind. */
    static StudyView usual() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.4521))
                .sampled(mlp(0.2, 0.95, 80, null), new Outcome.Pruned("worse than the median at step 3"))
                .sampled(mlp(0.0131, 0.987, 93, 0.93), Outcome.Complete.of(0.12374))
                .sampled(mlp(0.9, 0.99, 51, null), failed(Failure.Kind.NOT_FINITE, "the final value is NaN"))
                .sampled(mlp(0.3, 0.99, 51, null), failed(Failure.Kind.EXCEPTION, "IllegalStateException: row 3 is 0"))
                .sampled(mlp(0.4, 0.99, 52, null), failed(Failure.Kind.EXCEPTION, "IllegalStateException: row 12 is 0"))
                .sampled(mlp(0.4, 0.9, 100, null), failed(Failure.Kind.REJECTED, "momentum must not be 0.9 with 100"))
                .sampled(mlp(0.001, 0.9, 70, 0.8), Outcome.Complete.of(0.2));
        return view(MLP, trials.history());
    }

    static StudyView view(Space<?> space, History history) {
        return view(FACTS, "validation loss", space, history);
    }

    static StudyView view(StudyFacts facts, String metric, Space<?> space, History history) {
        StudyRun.End end = new StudyRun.End(NOON.plusMillis(72_400), "all 50 trials are done");
        return new StudyView(
                facts, new StudyRun(3, metric, "scrambled Sobol sequence", NOON, Optional.of(end)), space, history);
    }

    static Outcome failed(Failure.Kind kind, String message) {
        return new Outcome.Failed(Failure.of(kind, message));
    }

    /** Collects trials that each take one and a half seconds. */
    static final class Trials {

        private final List<TrialRecord> records = new ArrayList<>();

        Trials initial(Configuration configuration, Outcome outcome) {
            return add(Origin.of(Origin.Source.INITIAL), configuration, Progress.NONE, outcome);
        }

        Trials sampled(Configuration configuration, Outcome outcome) {
            Progress progress = new Progress(
                    List.of(new Observation(1, 2.5), new Observation(3, Double.NaN)),
                    Map.of("accuracy", List.of(new Observation(1, 0.75))),
                    Map.of("zebra", "1", "ant", "2"));
            Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), Map.of("stage", "1"));
            return add(origin, configuration, progress, outcome);
        }

        Trials add(Origin origin, Configuration configuration, Progress progress, Outcome outcome) {
            int number = records.size();
            Instant begun = NOON.plusSeconds(2L * number);
            TrialStart start = new TrialStart(number, configuration, 100L + number, origin, begun);
            TrialRecord running = TrialRecord.running(start).with(progress);
            records.add(outcome.state().isFinished() ? running.finished(outcome, begun.plusMillis(1500)) : running);
            return this;
        }

        History history() {
            return History.of(records);
        }
    }
}

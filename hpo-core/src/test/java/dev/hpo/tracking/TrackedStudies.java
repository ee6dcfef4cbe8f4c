// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.report.ConfirmView;
import dev.hpo.report.ConfirmedBest;
import dev.hpo.report.Estimate;
import dev.hpo.report.Repeats;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A study as other tools are told of it. */
public final class TrackedStudies {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final String METRIC = "validation loss";

    private static final Scope ROOT = Scope.root();
    public static final Parameter<Double> RATE =
            Parameter.ofDouble(ROOT.child("learningRate"), RealDomain.of(Scale.LOG, 1e-4, 1));
    public static final Parameter<Integer> UNITS =
            Parameter.ofInt(ROOT.child("layers").element(0).child("units"), IntegerDomain.of(Scale.LINEAR, 50, 100));
    public static final Parameter<String> OPTIMIZER =
            Parameter.ofChoice(ROOT.child("optimizer"), ChoiceDomain.of("sgd", "adam"), List.of("sgd", "adam"));
    public static final PlainSpace SPACE = new PlainSpace(List.of(RATE, UNITS, OPTIMIZER));

    /** That of a study in which nothing is complete. */
    public static final Standing STANDING = new Standing(1, Optional.empty());

    private TrackedStudies() {}

    /** Returns a trial that took two seconds and reported at its steps after 0.5 s each. */
    public static TrialRecord trial(int number, Outcome outcome, double... curve) {
        Progress progress = new Progress(
                List.of(),
                Map.of("accuracy", List.of(new Observation(1, 0.75))),
                Map.of("note", "a\nb", "hpo.saved", "1"));
        for (int step = 1; step <= curve.length; step++) {
            progress = progress.with(new Observation(step, curve[step - 1]).after(Duration.ofMillis(500L * step)));
        }
        return trial(number, progress, outcome);
    }

    public static TrialRecord trial(int number, Progress progress, Outcome outcome) {
        Configuration configuration = Configuration.builder()
                .set(RATE, 0.1 / (number + 1))
                .set(UNITS, 50 + number)
                .set(OPTIMIZER, "adam")
                .build();
        Instant begin = NOON.plusSeconds(10L * number);
        TrialStart start =
                new TrialStart(number, configuration, 100L + number, Origin.of(Origin.Source.SAMPLER), begin);
        return TrialRecord.running(start).with(progress).finished(outcome, begin.plusSeconds(2));
    }

    public static TrialRecord failed(int number, String message) {
        return trial(number, new Outcome.Failed(new Failure(Failure.Kind.EXCEPTION, message, "")));
    }

    public static StudyView view(TrialRecord... trials) {
        return view(false, Optional.empty(), trials);
    }

    public static StudyView ended(TrialRecord... trials) {
        return view(false, Optional.of(new StudyRun.End(NOON.plusSeconds(99), "all 3 trials are done")), trials);
    }

    public static StudyView view(boolean isShared, Optional<StudyRun.End> end, TrialRecord... trials) {
        StudyFacts facts = new StudyFacts("com.acme.Tuning.tune", Direction.MINIMIZE, 42, 3, 1);
        StudyRun.Begin begin = new StudyRun.Begin(NOON, Duration.ZERO, List.of(), isShared);
        return new StudyView(facts, new StudyRun(3, METRIC, "random", begin, end), SPACE, History.of(List.of(trials)));
    }

    /** Returns one whose trial was run again five times, the last of these at once with the end of another trial. */
    public static StudyView confirmed(StudyView view, TrialRecord winner, Estimate mean) {
        Map<String, String> notes = Repeated.trial(0, winner.number()).notes();
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), notes);
        List<TrialRecord> runs = IntStream.range(0, 5)
                .mapToObj(run -> new TrialStart(run, winner.configuration(), 7, origin, NOON))
                .map(start ->
                        TrialRecord.running(start).finished(Outcome.Complete.of(mean.value()), NOON.plusSeconds(2)))
                .toList();
        ConfirmedBest best = new ConfirmedBest(
                winner, winner.value().orElseThrow(), new Repeats(5, 0, mean), Optional.empty(), Optional.empty());
        return view.with(Optional.of(new ConfirmView(History.of(runs), 5, true, Optional.of(best))));
    }
}

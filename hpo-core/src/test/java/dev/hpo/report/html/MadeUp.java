// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Studies of any size, made up: a training of thirty steps, with parameters of all kinds, one of which exists in half of the trials. */
final class MadeUp {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Scope ROOT = Scope.root();
    private static final Parameter<Double> RATE =
            Parameter.ofDouble(ROOT.child("learningRate"), RealDomain.of(Scale.LOG, 1e-4, 1));
    private static final Parameter<Double> MOMENTUM =
            Parameter.ofDouble(ROOT.child("momentum"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999));
    private static final Parameter<Integer> UNITS =
            Parameter.ofInt(ROOT.child("hiddenUnits"), IntegerDomain.of(Scale.LINEAR, 50, 100));
    private static final Parameter<Double> DROPOUT =
            Parameter.ofDouble(ROOT.child("dropout"), RealDomain.of(Scale.LOGIT, 0.05, 0.95));
    private static final Parameter<String> OPTIMIZER =
            Parameter.ofChoice(ROOT.child("optimizer"), ChoiceDomain.of("sgd", "adam"), List.of("sgd", "adam"));
    private static final Parameter<Double> BETA1 = Parameter.ofDouble(
            ROOT.child("optimizer").child("adam").child("beta1").when(new Condition.Equal(OPTIMIZER, "adam")),
            RealDomain.of(Scale.ONE_MINUS_LOG, 0.8, 0.99));
    private static final Parameter<String> CONSTANT =
            Parameter.ofChoice(ROOT.child("device"), ChoiceDomain.of("cpu"), List.of("cpu"));

    static final Space<?> SPACE = new PlainSpace(List.of(RATE, MOMENTUM, UNITS, DROPOUT, OPTIMIZER, BETA1, CONSTANT));

    private final SplittableRandom random = new SplittableRandom(20_260_301);
    private final List<TrialRecord> trials = new ArrayList<>();

    /** Returns a study of so many trials, of which about each seventh failed and each fourth was pruned. */
    static StudyView study(int trials) {
        MadeUp made = new MadeUp();
        for (int number = 0; number < trials; number++) {
            made.addUsual(30);
        }
        return made.view();
    }

    MadeUp addUsual(int steps) {
        Configuration configuration = random();
        double loss = loss(configuration);
        int kind = trials.isEmpty() ? 10 : random.nextInt(14);
        if (kind < 2) {
            return add(
                    configuration,
                    progress(loss, 2),
                    exception("IllegalStateException: row " + trials.size() + " is 0"));
        }
        return kind < 5
                ? add(
                        configuration,
                        progress(loss * 2, 3 + random.nextInt(10)),
                        new Outcome.Pruned("worse than the median at step 3"))
                : add(configuration, progress(loss, steps), Outcome.Complete.of(loss));
    }

    MadeUp add(Configuration configuration, Progress progress, Outcome outcome) {
        int number = trials.size();
        Origin.Source source = number == 0 ? Origin.Source.INITIAL : Origin.Source.SAMPLER;
        Instant begun = NOON.plusMillis(1300L * (number / 3) + 40L * (number % 3));
        Origin origin = new Origin(source, OptionalInt.empty(), Map.of());
        TrialRecord running = TrialRecord.running(new TrialStart(number, configuration, 100L + number, origin, begun))
                .with(progress);
        trials.add(outcome.state().isFinished() ? running.finished(outcome, begun.plusMillis(1100)) : running);
        return this;
    }

    StudyView view() {
        return view("DigitsTuning.tune", "validation loss", SPACE);
    }

    StudyView view(String name, String metric, Space<?> space) {
        StudyFacts facts =
                new StudyFacts(name, Direction.MINIMIZE, 8_934_759_834_759_834L, Math.max(50, trials.size()), 3);
        StudyRun.End end = new StudyRun.End(NOON.plusMillis(72_400), "all trials are done");
        StudyRun run = new StudyRun(3, metric, "scrambled Sobol sequence", NOON, Optional.of(end));
        return new StudyView(facts, run, space, History.of(trials));
    }

    Configuration random() {
        Configuration.Builder builder = Configuration.builder()
                .set(RATE, RATE.value(RATE.domain().fromUnit(random.nextDouble())))
                .set(MOMENTUM, MOMENTUM.value(MOMENTUM.domain().fromUnit(random.nextDouble())))
                .set(UNITS, 50 + random.nextInt(51))
                .set(DROPOUT, DROPOUT.value(DROPOUT.domain().fromUnit(random.nextDouble())))
                .set(OPTIMIZER, random.nextBoolean() ? "adam" : "sgd")
                .set(CONSTANT, "cpu");
        if (builder.soFar().raw(OPTIMIZER).equals("adam")) {
            builder.set(BETA1, BETA1.value(BETA1.domain().fromUnit(random.nextDouble())));
        }
        return builder.build();
    }

    private double loss(Configuration configuration) {
        double rate = RATE.domain().toUnit(configuration.raw(RATE)) - 0.6;
        double dropout = DROPOUT.domain().toUnit(configuration.raw(DROPOUT)) - 0.3;
        double units = UNITS.domain().toUnit(configuration.raw(UNITS));
        return 0.05 + 2.5 * rate * rate + 0.4 * dropout * dropout + 0.05 * units + 0.02 * random.nextDouble();
    }

    private Progress progress(double loss, int steps) {
        List<Observation> values = IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new Observation(step, loss + 2.0 / (step * step) - 2.0 / (steps * steps)))
                .toList();
        List<Observation> accuracy = IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new Observation(step, 1 - loss / 4 - 0.5 / step))
                .toList();
        return new Progress(values, Map.of("accuracy", accuracy), Map.of("host", "worker-" + trials.size() % 3));
    }

    static Outcome exception(String message) {
        return new Outcome.Failed(
                new Failure(
                        Failure.Kind.EXCEPTION,
                        message,
                        message
                                + "\n\tat com.acme.Net.fit(Net.java:17)\n\tat com.acme.DigitsTuning.tune(DigitsTuning.java:31)\n"));
    }
}

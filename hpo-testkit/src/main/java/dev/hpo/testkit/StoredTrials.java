// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.space.Configuration;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Trials that are hard to keep: with every state, and with the values that get lost most easily. */
final class StoredTrials {

    private static final Instant BEGIN = Instant.parse("2026-02-03T04:05:06.000000007Z");
    private static final Instant END = Instant.parse("2026-02-03T04:05:07Z");

    private StoredTrials() {}

    static TrialRecord complete(int number) {
        return running(number).finished(Outcome.Complete.of(number / 3.0), END);
    }

    static List<TrialRecord> ofEveryKind() {
        List<Outcome> outcomes = new ArrayList<>(List.of(
                new Outcome.Complete(List.of(0.1 + 0.2, -0.0, Double.MIN_VALUE), List.of(-Double.MAX_VALUE)),
                Outcome.Complete.of(5),
                new Outcome.Pruned("worse than\nthe median"),
                new Outcome.Pruned("")));
        for (Failure.Kind kind : Failure.Kind.values()) {
            outcomes.add(
                    new Outcome.Failed(new Failure(kind, "what: \"\\ \u0000 \ud83d\ude00", "at a.B\n\tat c.D\r\n")));
            outcomes.add(new Outcome.Failed(Failure.of(kind, "")));
        }
        List<TrialRecord> trials = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            trials.add(running(trials.size()).finished(outcome, END));
        }
        trials.add(running(trials.size()));
        return trials;
    }

    private static TrialRecord running(int number) {
        TrialStart start =
                new TrialStart(number, configuration(number), Long.MAX_VALUE - number, origin(number), BEGIN);
        return TrialRecord.running(start).with(progress(number));
    }

    private static Configuration configuration(int number) {
        StoredConfig.Kind kind =
                number % 2 == 0 ? new StoredConfig.Kind.None() : new StoredConfig.Kind.Some(0.1f * (number % 7));
        String text = List.of("plain", "with \"quotes\"", "\u00fc\u20ac").get(number % 3);
        double rate = number == 0 ? Double.MIN_NORMAL : 1.0 / (number + 1);
        return StoredConfigSpace.SPACE.configuration(new StoredConfig(rate, (1L << 53) - number, text, kind));
    }

    private static Origin origin(int number) {
        return switch (number % 3) {
            case 0 -> Origin.of(Origin.Source.INITIAL);
            case 1 -> Origin.of(Origin.Source.QUEUED);
            default ->
                new Origin(
                        Origin.Source.SAMPLER,
                        OptionalInt.of(number - 1),
                        Map.of("bracket", "2", "", "a lone surrogate: \ud800"));
        };
    }

    private static Progress progress(int number) {
        if (number % 4 == 0) {
            return Progress.NONE;
        }
        return Progress.NONE
                .with(new Observation(0, Double.NaN))
                .with(new Observation(1, Double.NEGATIVE_INFINITY))
                .with(new Observation(Long.MAX_VALUE, Math.PI))
                .withMetric("training loss", new Observation(3, Double.POSITIVE_INFINITY))
                .withMetric("training loss", new Observation(4, -0.0))
                .withAttribute("hpo.value", "NaN")
                .withAttribute("a \"key\"\n", "\u2028 line");
    }
}

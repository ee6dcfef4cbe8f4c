// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Assignment;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Attributes;
import dev.hpo.storage.journal.line.Distribution;
import dev.hpo.storage.journal.line.Distribution.Real;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineWriter;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Standing;
import dev.hpo.storage.journal.line.Times;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Operations for tests, and their lines as another worker would write them. */
final class Trials {

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789012Z");
    static final Distribution RATE = Distribution.of(new Real(0, 1, false, OptionalDouble.empty()));

    private Trials() {}

    static Operation study(String name) {
        return new Operation.CreateStudy(name, List.of(Direction.MINIMIZE));
    }

    static Operation begin(int study) {
        return begin(study, 0.5);
    }

    static Operation begin(int study, double rate) {
        return new Operation.CreateTrial(
                study,
                new Draft(
                        Standing.running(NOW),
                        Map.of("rate", new Assignment(RATE, rate)),
                        Attributes.none().with(Attribute.system("hpo:seed", "42")),
                        List.of()));
    }

    static Operation begin(int study, Map<String, Distribution> parameters) {
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        parameters.forEach((name, distribution) -> assignments.put(name, new Assignment(distribution, 0.25)));
        return new Operation.CreateTrial(
                study, new Draft(Standing.running(NOW), assignments, Attributes.none(), List.of()));
    }

    static Operation queue(int study) {
        return new Operation.CreateTrial(study, new Draft(Standing.waiting(), Map.of(), Attributes.none(), List.of()));
    }

    static Operation claim(int trial) {
        return new Operation.SetState(trial, Standing.running(NOW));
    }

    static Operation report(int trial, long step, double value) {
        return new Operation.Report(trial, new Observation(step, value));
    }

    static Operation end(int trial, double value) {
        return new Operation.SetState(
                trial, Standing.finished(TrialState.COMPLETE, List.of(value), NOW.plus(Duration.ofSeconds(1))));
    }

    static Operation attribute(int trial, String key, String value) {
        return new Operation.TrialAttribute(trial, Attribute.user(key, value));
    }

    /** Returns the lines that another worker would write. */
    static String lines(Operation... operations) {
        try {
            byte[] lines = new LineWriter("other-1", Times.UTC).write(List.of(operations));
            return new String(lines, StandardCharsets.UTF_8);
        } catch (LineException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

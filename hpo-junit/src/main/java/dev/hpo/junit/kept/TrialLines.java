// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.report.Figures;
import dev.hpo.space.Parameter;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.KeptRun;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All that is known of a trial, as lines; long ones are left whole, so that they can be copied. */
final class TrialLines {

    private final List<String> lines = new ArrayList<>();

    private TrialLines() {}

    static List<String> of(KeptRun run, TrialRecord trial) {
        TrialLines text = new TrialLines();
        text.add("trial", trial.number() + attempt(trial));
        text.add("state", trial.state().name().toLowerCase(Locale.ROOT));
        if (trial.value().isPresent()) {
            text.add("value", String.valueOf(trial.value().getAsDouble()));
        }
        text.add("began", Moments.minute(trial.start().startedAt()));
        trial.duration().ifPresent(took -> text.add("took", Figures.duration(took)));
        text.add("seed", String.valueOf(trial.start().seed()));
        text.add(trial.start().origin());
        trial.lastObservation()
                .ifPresent(last -> text.add(
                        "reports",
                        trial.observations().size() + ", the last one " + last.value() + " at step " + last.step()));
        text.addParameters(run, trial);
        text.add("attributes", trial.progress().attributes());
        text.addReason(trial);
        return text.lines;
    }

    private static String attempt(TrialRecord trial) {
        int attempt = trial.key().attempt();
        return attempt == 0 ? "" : ", attempt " + attempt;
    }

    private void add(String label, String text) {
        lines.add(String.format(Locale.ROOT, "%-10s %s", label, VisibleText.of(text)));
    }

    private void add(Origin origin) {
        add(
                "source",
                origin.source().name().toLowerCase(Locale.ROOT)
                        + (origin.parent().isPresent()
                                ? ", goes on with trial " + origin.parent().getAsInt()
                                : ""));
        add("notes", origin.notes());
    }

    private void add(String label, Map<String, String> entries) {
        new TreeMap<>(entries).forEach((key, value) -> add(label, key + " = " + value));
    }

    private void addParameters(KeptRun run, TrialRecord trial) {
        for (Parameter<?> parameter : run.space().parameters()) {
            if (trial.configuration().contains(parameter)) {
                add(
                        "parameter",
                        parameter.name() + " = "
                                + parameter.domain().text(trial.configuration().raw(parameter)));
            }
        }
    }

    private void addReason(TrialRecord trial) {
        if (trial.outcome() instanceof Outcome.Pruned pruned) {
            add(pruned.isPaused() ? "paused" : "pruned", pruned.reason());
        }
        trial.failure().ifPresent(this::add);
    }

    private void add(Failure failure) {
        add("failure", failure.kind().name().toLowerCase(Locale.ROOT) + ": " + failure.message());
        failure.trace().lines().forEach(line -> lines.add("  " + VisibleText.of(line.replace("\t", "    "))));
    }
}

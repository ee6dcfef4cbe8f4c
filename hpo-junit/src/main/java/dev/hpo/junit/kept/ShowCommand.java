// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.report.Figures;
import dev.hpo.report.TextColumns;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.KeptRun;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a study, the trials of a run, or all that is known of a trial. */
@Command(
        name = "show",
        description =
                "Lists the runs of a study; with --run the trials of that run, and with --trial all of one trial.")
final class ShowCommand extends KeptCommand {

    @Mixin
    private final StudyChoice choice = new StudyChoice();

    @Option(names = "--trial", paramLabel = "N", description = "Which trial of the run, from 0.")
    private @Nullable Integer trial;

    private final List<String> faults = new ArrayList<>();

    @Override
    boolean isDone() {
        KeptStudy study = choice.study();
        if (trial == null && !choice.isRunGiven()) {
            showRuns(study);
        } else {
            KeptRun run = choice.read(study);
            faults.addAll(run.faults());
            showHead(study, run.record().header(), ", run " + run.record().id().number());
            if (trial == null) {
                showTrials(run);
            } else {
                TrialLines.of(run, find(run, trial)).forEach(this::print);
            }
        }
        faults.forEach(this::print);
        return faults.isEmpty();
    }

    private void showHead(KeptStudy study, RunHeader header, String run) {
        print(study.shown() + run + ": "
                + header.goal().direction().name().toLowerCase(Locale.ROOT) + " "
                + VisibleText.of(header.goal().metric()));
        print("in " + study.file());
        print("");
    }

    private void showRuns(KeptStudy study) {
        showHead(study, study.lastSearch().orElse(study.runs().get(0)).header(), "");
        TextColumns columns = new TextColumns(5, "run", "began", "trials", "best", "took", "state");
        study.runs().forEach(run -> row(study, run, columns));
        columns.lines().forEach(this::print);
    }

    private void row(KeptStudy study, RunRecord record, TextColumns columns) {
        String state = KeptView.state(record)
                + record.end()
                        .filter(end -> !record.isHeld())
                        .map(RunEnd::reason)
                        .map(": "::concat)
                        .orElse("");
        String began = Moments.minute(record.header().createdAt());
        try {
            KeptRun run = study.storage().read(record.id());
            faults.addAll(run.faults());
            columns.row(
                    name(record),
                    began,
                    String.valueOf(run.trials().size()),
                    best(study, run),
                    Figures.duration(run.elapsed()),
                    state);
        } catch (StorageException e) {
            faults.add(String.valueOf(e.getMessage()));
            columns.row(name(record), began, "-", "-", "-", state);
        }
    }

    private static String name(RunRecord run) {
        if (run.id().kind() == RunKind.SEARCH) {
            return String.valueOf(run.id().number());
        }
        String name = run.id().toString();
        return name.substring(name.lastIndexOf('#') + 1);
    }

    /** The best of single runs that repeat something says nothing of it, but what they came to does, beside their search. */
    private static String best(KeptStudy study, KeptRun run) {
        OptionalDouble value =
                run.record().id().kind() == RunKind.SEARCH ? KeptView.bestValue(study, run) : OptionalDouble.empty();
        return value.isPresent() ? Figures.number(value.getAsDouble()) : "-";
    }

    private void showTrials(KeptRun run) {
        TextColumns columns = new TextColumns(4, "trial", "state", "value", "took", "configuration");
        for (TrialRecord record : run.trials()) {
            columns.row(
                    String.valueOf(record.number()),
                    record.isRejected() ? "rejected" : record.state().name().toLowerCase(Locale.ROOT),
                    record.value().isPresent() ? Figures.number(record.value().getAsDouble()) : "-",
                    record.duration().map(Figures::duration).orElse("-"),
                    run.space().display(record.configuration()));
        }
        columns.lines().forEach(this::print);
    }

    private static TrialRecord find(KeptRun run, int number) {
        return run.trials().stream()
                .filter(record -> record.number() == number)
                .findFirst()
                .orElseThrow(() -> new CommandException("--trial (" + number + ") must be a trial of run "
                        + run.record().id().number() + ", which has "
                        + (run.trials().isEmpty()
                                ? "none"
                                : "0 to "
                                        + run.trials()
                                                .get(run.trials().size() - 1)
                                                .number())
                        + "."));
    }
}

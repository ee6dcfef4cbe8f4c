// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a study as text for a console or a log file: at most 80 columns, no colour, no control codes.
 *
 * <p>The best configuration stands beside the start configuration, one line a hyperparameter; below it what became of the
 * trials, what went wrong most often, and how to go on. Only paths and commands that are longer are left whole, so that they
 * can be copied.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ConsoleSummary {

    static final int WIDTH = 80;
    private static final int LABEL = 10;
    static final String ENDED = "ended";
    private static final String INTERRUPTED = "interrupted after ";
    private static final String FOLLOWED = "an earlier part or run, ";
    private static final String ALL = "study.json";
    private static final String RULE = "-".repeat(WIDTH);

    private final StudyView view;
    private final SummaryHints hints;
    private final SummaryPoints points;
    private final List<String> lines = new ArrayList<>();

    private ConsoleSummary(StudyView view, Optional<Analysis> analysis, SummaryHints hints) {
        this.view = view;
        this.hints = hints;
        this.points = new SummaryPoints(view, analysis, hints);
    }

    /**
     * Returns the summary of a study.
     *
     * @param view the study
     * @param hints where the reader can go from there
     * @return lines that each end with a line feed
     */
    public static String text(StudyView view, SummaryHints hints) {
        return text(view, Optional.empty(), hints);
    }

    /**
     * Returns the summary of a study.
     *
     * @param view the study
     * @param analysis what its trials tell beside their values; empty where there is no time for that
     * @param hints where the reader can go from there
     * @return lines that each end with a line feed
     */
    public static String text(StudyView view, Optional<Analysis> analysis, SummaryHints hints) {
        return new ConsoleSummary(view, analysis, hints).text();
    }

    /** Returns whether a text is the summary of a run that was interrupted. */
    public static boolean isOfInterrupted(String text) {
        return text.contains("\n" + label(ENDED) + INTERRUPTED);
    }

    /** Returns the summary of a run that was interrupted as that of one that something has followed: it tells of this part only. */
    public static String followed(String text) {
        return text.replace("\n" + label(ENDED) + INTERRUPTED, "\n" + label(ENDED) + FOLLOWED + INTERRUPTED);
    }

    private String text() {
        lines.add(RULE);
        lines.addAll(Texts.wrap(heading(), WIDTH));
        lines.add(RULE);
        lines.addAll(ConfigurationTable.lines(view));
        List<String> schedule = ScheduleTable.lines(view);
        if (!schedule.isEmpty()) {
            lines.add("");
            lines.addAll(schedule);
        }
        lines.add("");
        addAloud();
        points.found().forEach(this::add);
        addFailures();
        addFailedRuns();
        points.ended().forEach(this::add);
        addWhole("files", hints.files());
        addWhole("replay", replay());
        addWhole("accepted", hints.accepted());
        lines.add(RULE);
        return String.join("\n", lines) + "\n";
    }

    private void addFailedRuns() {
        add(points.failedRuns());
        points.confirmation()
                .flatMap(ConfirmRemarks::replay)
                .filter(run -> !hints.replay().isEmpty())
                .ifPresent(run -> {
                    add("", List.of("to run that again:"));
                    addWhole("", replay(run).stream().limit(1).toList());
                });
    }

    private void addAloud() {
        List<String> aloud = points.aloud();
        for (String remark : aloud) {
            Texts.wrap(VisibleText.of(remark), WIDTH - 2).forEach(line -> lines.add("  " + line));
        }
        if (!aloud.isEmpty()) {
            lines.add("");
        }
    }

    /** Says what failed, where all of it can be read, and how it can be seen again; the replay of a study without a best trial is one of these. */
    private void addFailures() {
        add(points.failed());
        points.failures().example().ifPresent(trial -> {
            boolean isTraced = trial.failure().stream()
                    .anyMatch(failure -> !failure.trace().isEmpty());
            boolean isWritten = hints.files().stream().anyMatch(file -> file.contains(ALL));
            if (isTraced && isWritten) {
                add("", List.of("trace of trial " + trial.number() + ": in " + ALL));
            }
            if (view.best().isPresent() && !hints.replay().isEmpty()) {
                add("", List.of("to run trial " + trial.number() + " again:"));
                addWhole("", replay(trial).stream().limit(1).toList());
            }
        });
    }

    private String heading() {
        return VisibleText.of(view.facts().study()) + ", run " + view.run().number() + ": "
                + view.facts().direction().name().toLowerCase(Locale.ROOT) + " "
                + VisibleText.of(view.run().metric());
    }

    private void add(SummaryPoints.Point point) {
        add(point.label(), point.entries());
    }

    /** Adds entries below one another beside a label, if there are any; what begins with spaces hangs below the one above. */
    private void add(String label, List<String> entries) {
        String head = label;
        for (String entry : entries) {
            int indent = entry.length() - entry.stripLeading().length();
            int hang = 2 + LABEL + indent + (indent > 0 ? 2 : 0);
            String first = label(head) + " ".repeat(indent);
            for (String line : Texts.wrap(VisibleText.of(entry.strip()), WIDTH - hang)) {
                lines.add(first + line);
                first = " ".repeat(hang);
            }
            head = "";
        }
    }

    private void addWhole(String label, List<String> entries) {
        String head = label;
        for (String entry : entries) {
            lines.add(label(head) + VisibleText.of(entry));
            head = "";
        }
    }

    private static String label(String head) {
        return "  " + Texts.pad(head, LABEL);
    }

    /** Returns why a study has ended, and how it goes on if it can; nothing while it goes on. */
    static List<String> end(StudyView view, SummaryHints hints) {
        if (view.run().end().isEmpty() || !view.run().end().get().isInterrupted()) {
            return view.run().end().stream().map(StudyRun.End::reason).toList();
        }
        String advice = hints.goOn().isEmpty() ? "" : "; " + hints.goOn();
        String progress = view.population()
                        .map(PopulationView::progress)
                        .orElseGet(() -> BudgetText.progress(view.facts().budget(), view.history()))
                + view.confirmation()
                        .map(runs -> " and " + runs.progress() + " that confirm it")
                        .orElse("");
        return List.of(
                INTERRUPTED + progress + advice,
                "  since " + view.run().end().get().reason());
    }

    /** The best trial is what one wants to see again; without one, the last that failed. */
    private List<String> replay() {
        if (hints.replay().isEmpty()) {
            return List.of();
        }
        return view.best().or(this::lastFailed).map(this::replay).orElse(List.of());
    }

    private List<String> replay(TrialRecord trial) {
        return replay(String.valueOf(trial.number()));
    }

    private List<String> replay(String trial) {
        return hints.replay().replace(SummaryHints.TRIAL, trial).lines().toList();
    }

    private Optional<TrialRecord> lastFailed() {
        return view.history().in(TrialState.FAILED).stream()
                .filter(trial -> !trial.isRejected())
                .reduce((earlier, later) -> later);
    }
}

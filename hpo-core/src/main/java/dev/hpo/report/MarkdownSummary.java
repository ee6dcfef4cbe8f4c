// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.PathMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a study in Markdown, as for a pull request or the page of a CI job: what was found, the best configuration beside the start, how
 * sure that is, what matters, what failed, and how the best trial is accepted and run again.
 *
 * <p>Texts that come from users are never markup: no link, no mention and no table of theirs comes into being.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MarkdownSummary {

    private final StudyView view;
    private final SummaryPoints points;
    private final SummaryHints hints;
    private final PathMask mask;
    private final List<String> lines = new ArrayList<>();

    private MarkdownSummary(StudyView view, Optional<Analysis> analysis, SummaryHints hints, PathMask mask) {
        this.view = view;
        this.points = new SummaryPoints(view, analysis, hints);
        this.hints = hints;
        this.mask = mask;
    }

    /**
     * Returns the summary of a study.
     *
     * @param view the study
     * @param analysis what its trials tell beside their values; empty where there is no time for that
     * @param hints how a trial is run again, and how the run goes on
     * @param mask what is kept out of all texts
     * @return lines that each end with a line feed
     */
    public static String text(StudyView view, Optional<Analysis> analysis, SummaryHints hints, PathMask mask) {
        return new MarkdownSummary(view, analysis, hints, mask).text();
    }

    private String text() {
        lines.add("### " + MarkdownText.of(heading()));
        lines.add("");
        lines.add(MarkdownText.of(Verdict.of(view)));
        lines.add("");
        points.aloud().forEach(remark -> lines.addAll(List.of("**" + MarkdownText.of(mask.of(remark)) + "**", "")));
        addTable(ConfigurationTable.rows(view));
        addTable(ScheduleTable.rows(view));
        addPoints();
        lines.add("");
        addReplay();
        return String.join("\n", lines) + "\n";
    }

    private String heading() {
        return view.facts().study() + ", run " + view.run().number() + ": "
                + view.facts().direction().name().toLowerCase(Locale.ROOT) + " "
                + view.run().metric();
    }

    /** The first row with anything in it is the heading. */
    private void addTable(List<List<String>> rows) {
        boolean isBegun = false;
        for (List<String> row : rows) {
            if (row.stream().allMatch(String::isEmpty)) {
                continue;
            }
            List<String> cells =
                    row.stream().map(String::strip).map(MarkdownText::of).toList();
            lines.add("| " + String.join(" | ", cells) + " |");
            if (!isBegun) {
                lines.add("|" + "---|".repeat(row.size()));
                isBegun = true;
            }
        }
        if (isBegun) {
            lines.add("");
        }
    }

    private void addPoints() {
        points.found().forEach(this::add);
        add(points.failed());
        points.failures()
                .example()
                .ifPresent(trial -> addAgain("trial " + trial.number(), String.valueOf(trial.number())));
        add(points.failedRuns());
        points.confirmation().flatMap(ConfirmRemarks::replay).ifPresent(run -> addAgain(run.replace(':', ' '), run));
        points.ended().forEach(this::add);
        add("accepted", hints.accepted());
    }

    private void addAgain(String name, String run) {
        add(name + " again", commands(run).limit(1).toList());
    }

    private void add(SummaryPoints.Point point) {
        add(point.label(), point.entries());
    }

    /** Adds a point, if there is anything to say; what begins with spaces becomes a point below it. */
    private void add(String label, List<String> entries) {
        String head = "- **" + label.replace(":", "") + "**: ";
        for (String entry : entries) {
            int indent = entry.length() - entry.stripLeading().length();
            lines.add((indent > 0 ? " ".repeat(indent) + "- " : head) + MarkdownText.of(mask.of(entry.strip())));
            head = "  - ";
        }
    }

    /** The best trial is what one wants to see again. In a block of code nothing is markup, and it can be copied; what stands below the command is prose. */
    private void addReplay() {
        view.best().ifPresent(best -> {
            List<String> commands = commands(String.valueOf(best.number())).toList();
            if (!commands.isEmpty()) {
                lines.addAll(List.of("To run trial " + best.number() + " again:", "", "    " + commands.get(0), ""));
                commands.stream().skip(1).map(MarkdownText::of).forEach(lines::add);
            }
        });
    }

    private Stream<String> commands(String run) {
        return hints.replay()
                .replace(SummaryHints.TRIAL, run)
                .lines()
                .map(mask::of)
                .map(VisibleText::of);
    }
}

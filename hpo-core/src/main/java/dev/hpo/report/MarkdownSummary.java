// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a study in Markdown, as for a pull request or the page of a CI job: what was found, the best configuration beside the start, how
 * sure that is, what matters, what failed, and how to run the best trial again.
 *
 * <p>Texts that come from users are never markup: no link, no mention and no table of theirs comes into being.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MarkdownSummary {

    private final StudyView view;
    private final Optional<Analysis> analysis;
    private final SummaryHints hints;
    private final PathMask mask;
    private final List<String> lines = new ArrayList<>();

    private MarkdownSummary(StudyView view, Optional<Analysis> analysis, SummaryHints hints, PathMask mask) {
        this.view = view;
        this.analysis = analysis;
        this.hints = hints;
        this.mask = mask;
    }

    /**
     * Returns the summary of a study.
     *
     * @param view the study
     * @param analysis what its trials tell beside their values; empty where there is no time for that
     * @param hints how a trial is run again, and how the run goes on
     * @param mask what is kept out of the texts of exceptions
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
        Remarks.aloud(view)
                .forEach(remark -> lines.addAll(List.of("**" + MarkdownText.of(mask.of(remark)) + "**", "")));
        addTable();
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

    private void addTable() {
        String ruler = "|---|---|---|";
        for (List<String> row : ConfigurationTable.rows(view)) {
            if (row.stream().allMatch(String::isEmpty)) {
                continue;
            }
            List<String> cells = row.stream().map(MarkdownText::of).toList();
            lines.add("| " + String.join(" | ", cells) + " |");
            if (!ruler.isEmpty()) {
                lines.add(ruler);
                ruler = "";
            }
        }
        if (ruler.isEmpty()) {
            lines.add("");
        }
    }

    private void addPoints() {
        Remarks remarks = new Remarks(view, analysis);
        FailureDigest failures = FailureDigest.of(view.history(), view.facts().study());
        add("how sure", remarks.sureness());
        add("ties", remarks.ties());
        add("matters", remarks.matters());
        add("look at", remarks.ranges());
        add("no start", view.noStart().stream().toList());
        add("trials", List.of(Verdict.trials(view)));
        add("failed", failures.failed());
        failures.example()
                .ifPresent(trial -> add(
                        "trial " + trial.number() + " again",
                        commands(trial).limit(1).toList()));
        add("rejected", failures.rejected(view.space().typeName()));
        add("continued", view.run().begin().continued());
        add("ended", ConsoleSummary.end(view, hints));
        add("seed", List.of(String.valueOf(view.facts().seed())));
    }

    /** Adds a point, if there is anything to say; what begins with spaces becomes a point below it. */
    private void add(String label, List<String> entries) {
        String head = "- **" + label + "**: ";
        for (String entry : entries) {
            int indent = entry.length() - entry.stripLeading().length();
            lines.add((indent > 0 ? " ".repeat(indent) + "- " : head) + MarkdownText.of(mask.of(entry.strip())));
            head = "  - ";
        }
    }

    /** The best trial is what one wants to see again. In a block of code nothing is markup, and it can be copied; what stands below the command is prose. */
    private void addReplay() {
        view.best().ifPresent(best -> {
            List<String> commands = commands(best).toList();
            if (!commands.isEmpty()) {
                lines.addAll(List.of("To run trial " + best.number() + " again:", "", "    " + commands.get(0), ""));
                commands.stream().skip(1).map(MarkdownText::of).forEach(lines::add);
            }
        });
    }

    private Stream<String> commands(TrialRecord trial) {
        return hints.replay()
                .replace(SummaryHints.TRIAL, String.valueOf(trial.number()))
                .lines()
                .map(VisibleText::of);
    }
}

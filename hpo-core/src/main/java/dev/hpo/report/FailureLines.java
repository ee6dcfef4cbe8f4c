// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.FailureCause;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What failed, for whoever sees a study run: what went wrong, its root cause, and the first line of the user's code on the way there. */
@API(status = Status.INTERNAL, since = "0.1")
public final class FailureLines {

    private static final String INDENT = "    ";

    private FailureLines() {}

    /**
     * Returns lines without a line end behind the last, of at most 80 columns but for a frame, which is left whole, so that an IDE finds it.
     *
     * @param study the name of the study
     * @param trial one that has failed
     */
    public static String text(String study, TrialRecord trial) {
        FailureCause cause = FailureCause.of(trial.failure().orElseThrow(), study);
        String text = failed(trial, cause);
        List<String> lines = new ArrayList<>();
        addTo(lines, ProgressLine.shortName(study) + "  ", text);
        if (!cause.root().isEmpty()) {
            addTo(lines, "  caused by ", cause.root());
        }
        if (!cause.frame().isEmpty()) {
            lines.add("  at " + cause.frame());
        }
        return String.join("\n", lines);
    }

    static String failed(TrialRecord trial, FailureCause cause) {
        return named(trial, cause.text(), " failed: ");
    }

    /**
     * Returns a text about a trial with its name before it. Texts about mistakes begin with the number of the trial, and know nothing of what it repeats.
     *
     * @param text what went wrong
     * @param link what stands between the name and any other text
     */
    public static String named(TrialRecord trial, String text, String link) {
        String own = "trial " + trial.number();
        String name = TrialName.inShort(trial);
        return text.startsWith(own + " ") || text.startsWith(own + ":")
                ? name + text.substring(own.length())
                : name + link + text;
    }

    private static void addTo(List<String> lines, String head, String text) {
        String indent = "";
        for (String line : Texts.wrap(head + text, ConsoleSummary.WIDTH - INDENT.length())) {
            lines.add(indent + line);
            indent = INDENT;
        }
    }
}

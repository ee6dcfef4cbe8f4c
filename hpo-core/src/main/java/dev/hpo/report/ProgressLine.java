// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far a study has come, in one line of at most 80 columns without control codes:
 * {@code DigitsTuning.tune  12/50  best 0.1432 (trial 9)  learningRate=0.0131, ... 6 more}.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ProgressLine {

    private static final int NAME_WIDTH = 30;

    private ProgressLine() {}

    /**
     * Returns the line, without a line end.
     *
     * @param facts the study's name, direction and budget
     * @param space the space that is searched
     * @param history the trials so far
     */
    public static String text(StudyFacts facts, Space<?> space, History history) {
        String head = name(facts.study()) + "  " + BudgetText.inShort(facts.budget(), history) + "  ";
        return Texts.cut(
                history.best(facts.direction())
                        .map(best -> withBest(head, space, best))
                        .orElseGet(() -> head + "none complete" + others(history)),
                ConsoleSummary.WIDTH);
    }

    private static String withBest(String head, Space<?> space, TrialRecord best) {
        String line = head + "best " + Figures.number(best.value().orElseThrow()) + " (trial " + best.number() + ")  ";
        int room = ConsoleSummary.WIDTH - Texts.width(line);
        return (line + TrialName.values(space, best.configuration(), room)).stripTrailing();
    }

    private static String others(History history) {
        int failed = history.count(TrialState.FAILED) - history.rejected();
        return counted(failed, "failed")
                + counted(TrialCounts.pruned(history), "pruned")
                + counted(history.paused().size(), "paused");
    }

    private static String counted(int count, String word) {
        return count > 0 ? ", " + count + " " + word : "";
    }

    /** Leaves out the package, and then the beginning: the end of a name tells most, and the values want the room. */
    private static String name(String study) {
        String name = VisibleText.of(study);
        while (name.indexOf('.') != name.lastIndexOf('.')) {
            name = name.substring(name.indexOf('.') + 1);
        }
        return Texts.cutStart(name, NAME_WIDTH);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.report.PopulationView.Replays;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What there is to remark on a population, in a sentence each.
 *
 * @param view the study that raises it
 * @param population how it stands
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PopulationRemarks(StudyView view, PopulationView population) {

    /** Returns what the schedule is; nothing if there is none. */
    public List<String> schedule() {
        int last = population.schedule().size() - 1;
        if (last < 0) {
            return List.of();
        }
        return List.of("the configuration above is that of its last segment, from step "
                + population.schedule().get(last).first()
                + " on; its value is the best of many, and rests on a model that was picked again and again");
    }

    /** Returns what trainings with it came to, beside the population: {@code 0.34 (population: 0.31), 9.7 % higher}; nothing if there are none. */
    public List<String> replayed() {
        return population.replays().map(this::replayed).orElse(List.of());
    }

    private List<String> replayed(Replays replays) {
        List<String> lines = new ArrayList<>();
        int ended = replays.values().size();
        if (ended < replays.planned()) {
            lines.add(ended + " of " + Figures.count(replays.planned(), "training") + " with the schedule "
                    + (replays.planned() == 1 ? "is" : "are") + " done");
        }
        double found = view.bestValue().orElse(Double.NaN);
        replays.mean().ifPresent(mean -> {
            int good = ended - replays.failed();
            lines.add(Figures.number(mean, found) + " (population: " + Figures.number(found, mean) + ")"
                    + (mean == found ? "" : ", " + ConfirmRemarks.change(mean, found) + ": " + judgement(mean, found))
                    + "; "
                    + (good == 1
                            ? "one training with the schedule from the beginning, with a fresh seed"
                            : "the mean of " + good + " trainings with the schedule from the beginning, with fresh"
                                    + " seeds"));
        });
        if (replays.failed() > 0) {
            lines.add(replays.failed() + " of " + Figures.count(ended, "training") + " with the schedule failed");
        }
        return lines;
    }

    private String judgement(double mean, double found) {
        return Direction.MAXIMIZE == view.facts().direction() == mean > found
                ? "the schedule holds by itself"
                : "the population may have been lucky";
    }

    /** Returns the verdict in a sentence, to be put behind that which names the best trial. */
    String verdict() {
        int segments = population.schedule().size();
        String replayed = replayed().isEmpty() ? "" : " Replayed: " + String.join("; ", replayed()) + ".";
        return " after " + Figures.count(segments, "segment")
                + ", each of which set out from the one before. The best of many is flattered by luck." + replayed;
    }
}

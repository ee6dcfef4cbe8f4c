// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import dev.hpo.population.Segment;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many nudges have harmed in truth, and how many were kept, of days of a panda after which it went on with one of the two.
 *
 * @param all how many there were
 * @param kept how many the panda went on with
 * @param harmful after which the exact loss was larger than the control's
 * @param harmfulKept how many of these were kept
 */
record Nudges(int all, int kept, int harmful, int harmfulKept) {

    static final Nudges NONE = new Nudges(0, 0, 0, 0);

    /**
     * Counts those of a study.
     *
     * @param exact the exact losses at the ends of segments, by the numbers of trials
     */
    static Nudges of(History history, Map<Integer, Double> exact) {
        Set<Integer> forked = history.trials().stream()
                .flatMap(trial -> trial.start().origin().fork().stream().boxed())
                .collect(Collectors.toSet());
        Nudges sum = NONE;
        for (TrialRecord nudge : history.trials()) {
            Optional<TrialRecord> control = control(nudge, history);
            if (control.isPresent()
                    && (forked.contains(nudge.number())
                            || forked.contains(control.get().number()))) {
                boolean isKept = forked.contains(nudge.number());
                boolean isHarmful = exact.getOrDefault(nudge.number(), Double.NaN)
                        > exact.getOrDefault(control.get().number(), Double.NaN);
                sum = sum.plus(new Nudges(1, isKept ? 1 : 0, isHarmful ? 1 : 0, isKept && isHarmful ? 1 : 0));
            }
        }
        return sum;
    }

    private static Optional<TrialRecord> control(TrialRecord nudge, History history) {
        return Segment.isNoted(nudge) && Segment.of(nudge).kind() == Segment.Kind.NUDGE
                ? history.trials().stream()
                        .filter(Segment::isNoted)
                        .filter(trial -> Segment.of(trial).kind() == Segment.Kind.CONTROL
                                && Segment.of(trial)
                                        .place()
                                        .equals(Segment.of(nudge).place()))
                        .findFirst()
                : Optional.empty();
    }

    Nudges plus(Nudges other) {
        return new Nudges(all + other.all, kept + other.kept, harmful + other.harmful, harmfulKept + other.harmfulKept);
    }

    /** Returns what a table says of them. */
    List<String> row(String name) {
        return List.of(
                name,
                Integer.toString(all),
                Integer.toString(harmful),
                share(harmfulKept, harmful),
                Integer.toString(kept),
                share(harmfulKept, kept));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }
}

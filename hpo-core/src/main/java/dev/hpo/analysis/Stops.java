// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.curves.Curves;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.trial.Aim;
import dev.hpo.trial.TrialRecord;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds whether pruning was worth it: what it saved, and what has become of complete trials that had been as bad at the same step as one that was stopped.
 */
final class Stops {

    /** Of fewer complete trials nobody can say which quarter is the best. */
    private static final int FEWEST = 8;

    /** The latest of those, and of those that were stopped, say enough. */
    private static final int MOST = 300;

    private static final double BEST = 0.25;
    private static final double HARMLESS = 0.1;

    private final Aim aim;
    private final List<Row> complete;
    private final List<TrialRecord> stopped;

    private Stops(Table table) {
        this.aim = table.aim();
        this.complete = latest(table.of(Row.Kind.COMPLETE).stream()
                .filter(row -> !row.trial().observations().isEmpty())
                .toList());
        this.stopped = latest(table.of(Row.Kind.PRUNED).stream()
                .map(Row::trial)
                .filter(trial -> !trial.isPaused() && !trial.observations().isEmpty())
                .toList());
    }

    private static <T> List<T> latest(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    static Optional<Finding> of(Table table) {
        Stops stops = new Stops(table);
        return stops.stopped.isEmpty() || stops.complete.size() < FEWEST
                ? Optional.empty()
                : Optional.of(Finding.of(Finding.Kind.PRUNING, stops.saved() + stops.worth()));
    }

    private String saved() {
        long whole = complete.stream().mapToLong(row -> last(row.trial())).max().orElse(0);
        double left = stopped.stream()
                .mapToDouble(trial -> Math.max(0, whole - last(trial)) / (double) Math.max(1, whole))
                .average()
                .orElse(0);
        return String.format(Locale.ROOT, "pruned trials were spared %.0f %% of their steps", 100 * left);
    }

    private String worth() {
        Set<Row> alike = complete.stream()
                .filter(row -> stopped.stream().anyMatch(trial -> wasAsBad(row.trial(), trial)))
                .collect(Collectors.toCollection(HashSet::new));
        if (alike.isEmpty()) {
            return "; no complete trial had been as bad, so that nobody knows what they would have come to";
        }
        Set<Row> best = complete.stream()
                .sorted(Comparator.comparingDouble(Row::value))
                .limit((long) Math.ceil(BEST * complete.size()))
                .collect(Collectors.toCollection(HashSet::new));
        long good = alike.stream().filter(best::contains).count();
        String known = "; of " + alike.size()
                + (alike.size() == 1 ? " complete trial that had" : " complete trials that had")
                + " been as bad at the same step " + (good == 0 ? "none" : String.valueOf(good))
                + " ended among the best quarter";
        if (good > BEST * alike.size()) {
            return known + ": good ones were stopped, so give the pruner a longer warm-up or do without";
        }
        return good <= HARMLESS * alike.size() ? known + ": it was worth it" : known;
    }

    /** Whether a trial that went on had been no better than the other one was when it was stopped. */
    private boolean wasAsBad(TrialRecord trial, TrialRecord other) {
        long step = last(other);
        if (last(trial) <= step) {
            return false;
        }
        OptionalDouble then = loss(trial, Curves.until(trial.observations(), step));
        OptionalDouble end = loss(other, other.observations().size());
        return then.isPresent() && end.isPresent() && then.getAsDouble() >= end.getAsDouble();
    }

    private OptionalDouble loss(TrialRecord trial, int reports) {
        OptionalDouble value = aim.value(trial.progress(), reports);
        return value.isPresent() && !Double.isNaN(value.getAsDouble())
                ? OptionalDouble.of(aim.direction().asLoss(value.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static long last(TrialRecord trial) {
        return Curves.lastStep(trial.observations());
    }
}

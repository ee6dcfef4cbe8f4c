// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.Failure;
import dev.hpo.trial.FailureCause;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What went wrong most often. Failures with one {@link FailureCause cause} are one group. */
final class FailureDigest {

    private static final int GROUPS = 3;
    private static final int NUMBERS = 3;
    private static final int MESSAGE_WIDTH = 180;

    private final List<TrialRecord> failed;
    private final List<TrialRecord> rejected;
    private final List<Group> groups;
    private final String study;

    private FailureDigest(List<TrialRecord> failed, List<TrialRecord> rejected, String study) {
        this.failed = failed;
        this.rejected = rejected;
        this.study = study;
        this.groups = groups(failed);
    }

    /**
     * Returns the digest of a history.
     *
     * @param study the name of the study
     */
    static FailureDigest of(History history, String study) {
        Map<Boolean, List<TrialRecord>> byRejection =
                history.in(TrialState.FAILED).stream().collect(Collectors.partitioningBy(TrialRecord::isRejected));
        return new FailureDigest(
                byRejection.getOrDefault(false, List.of()), byRejection.getOrDefault(true, List.of()), study);
    }

    /**
     * Returns the digest of some trials that have failed, of which none was rejected.
     *
     * @param study the name of the study
     */
    static FailureDigest of(List<TrialRecord> failed, String study) {
        return new FailureDigest(failed, List.of(), study);
    }

    /** Returns the failures by kind and their most frequent causes, for {@link ConsoleSummary}; none without failures. */
    List<String> failed() {
        if (failed.isEmpty()) {
            return List.of();
        }
        Map<Failure.Kind, Integer> kinds = new EnumMap<>(Failure.Kind.class);
        failed.forEach(trial -> kinds.merge(failure(trial).kind(), 1, Integer::sum));
        String counts = kinds.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>(List.of(counts));
        addTo(lines, groups);
        return lines;
    }

    List<String> rejected(String type) {
        if (rejected.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of(Figures.count(rejected.size(), "configuration") + ", by " + type + " itself; never run"));
        addTo(lines, groups(rejected));
        return lines;
    }

    /** Returns what failed most often, if anything has failed. */
    Optional<Group> mostFrequent() {
        return groups.stream().findFirst();
    }

    /** Returns a trial to look into: of what failed most often the first that has a trace, or else the first. */
    Optional<TrialRecord> example() {
        return groups.stream()
                .flatMap(group -> group.trials().stream())
                .filter(trial -> !failure(trial).trace().isEmpty())
                .findFirst()
                .or(() -> mostFrequent().map(group -> group.trials().get(0)));
    }

    private List<Group> groups(List<TrialRecord> trials) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (TrialRecord trial : trials) {
            FailureCause cause = FailureCause.of(failure(trial), study);
            groups.computeIfAbsent(failure(trial).kind() + cause.key(), unused -> new Group(cause, new ArrayList<>()))
                    .trials()
                    .add(trial);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> -group.trials().size()))
                .toList();
    }

    private static void addTo(List<String> lines, List<Group> groups) {
        groups.stream().limit(GROUPS).forEach(group -> lines.addAll(group.lines()));
        if (groups.size() > GROUPS) {
            lines.add("  and " + Figures.count(groups.size() - GROUPS, "other message"));
        }
    }

    private static Failure failure(TrialRecord trial) {
        return trial.failure().orElseThrow();
    }

    private static String word(Failure.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns some numbers of trials: {@code trials 4, 5, 9, ...}. */
    static String numbers(List<TrialRecord> trials) {
        String numbers = trials.stream()
                .limit(NUMBERS)
                .map(trial -> String.valueOf(trial.number()))
                .collect(Collectors.joining(", "));
        return (trials.size() == 1 ? "trial " : "trials ") + numbers + (trials.size() > NUMBERS ? ", ..." : "");
    }

    /**
     * Trials that failed with one cause.
     *
     * @param cause that of the first
     * @param trials by rising number; at least one
     */
    record Group(FailureCause cause, List<TrialRecord> trials) {

        private List<String> lines() {
            String text = cause.text().isEmpty() ? "no message" : Texts.cut(cause.text(), MESSAGE_WIDTH);
            List<String> lines = new ArrayList<>();
            lines.add("  " + trials.size() + " x " + text + " (" + numbers(trials) + ")");
            if (!cause.root().isEmpty()) {
                lines.add("    caused by " + Texts.cut(cause.root(), MESSAGE_WIDTH));
            }
            if (!cause.frame().isEmpty()) {
                lines.add("    at " + cause.frame());
            }
            return lines;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.VisibleText;
import dev.hpo.trial.Failure;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What went wrong most often. Messages that differ only in their numbers are taken as one. */
final class FailureDigest {

    private static final int MESSAGES = 3;
    private static final int NUMBERS = 3;
    private static final int MESSAGE_WIDTH = 180;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final List<TrialRecord> failed;
    private final List<TrialRecord> rejected;

    private FailureDigest(List<TrialRecord> failed, List<TrialRecord> rejected) {
        this.failed = failed;
        this.rejected = rejected;
    }

    static FailureDigest of(History history) {
        Map<Boolean, List<TrialRecord>> byRejection =
                history.in(TrialState.FAILED).stream().collect(Collectors.partitioningBy(TrialRecord::isRejected));
        return new FailureDigest(byRejection.getOrDefault(false, List.of()), byRejection.getOrDefault(true, List.of()));
    }

    /** Returns the failures by kind and their most frequent messages, for {@link ConsoleSummary}; none without failures. */
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
        lines.addAll(messages(failed));
        return lines;
    }

    List<String> rejected(String type) {
        if (rejected.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of(Figures.count(rejected.size(), "configuration") + ", by " + type + " itself; never run"));
        lines.addAll(messages(rejected));
        return lines;
    }

    private static List<String> messages(List<TrialRecord> trials) {
        Map<String, List<TrialRecord>> groups = new LinkedHashMap<>();
        trials.forEach(trial ->
                groups.computeIfAbsent(key(trial), unused -> new ArrayList<>()).add(trial));
        List<String> lines = groups.values().stream()
                .sorted(Comparator.comparing(group -> -group.size()))
                .limit(MESSAGES)
                .map(FailureDigest::line)
                .collect(Collectors.toCollection(ArrayList::new));
        if (groups.size() > MESSAGES) {
            lines.add("  and " + Figures.count(groups.size() - MESSAGES, "other message"));
        }
        return lines;
    }

    private static String line(List<TrialRecord> group) {
        String message = Texts.cut(VisibleText.firstLine(failure(group.get(0)).message()), MESSAGE_WIDTH);
        String numbers = group.stream()
                .limit(NUMBERS)
                .map(trial -> String.valueOf(trial.number()))
                .collect(Collectors.joining(", "));
        String trials = (group.size() == 1 ? "trial " : "trials ") + numbers + (group.size() > NUMBERS ? ", ..." : "");
        return "  " + group.size() + " x " + (message.isEmpty() ? "no message" : message) + " (" + trials + ")";
    }

    private static String key(TrialRecord trial) {
        Failure failure = failure(trial);
        return failure.kind()
                + DIGITS.matcher(VisibleText.firstLine(failure.message())).replaceAll("0");
    }

    private static Failure failure(TrialRecord trial) {
        return trial.failure().orElseThrow();
    }

    private static String word(Failure.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

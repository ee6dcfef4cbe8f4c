// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which segment of a schedule a trial trains again, as the notes of its origin say.
 *
 * @param training in which training with the schedule, from 0
 * @param trainings how many there are to be
 * @param segment which segment of the schedule, from 0
 * @param first its first step
 * @param last its last step
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Replayed(int training, int trainings, int segment, long first, long last) {

    private static final String PREFIX = "replay.";
    private static final List<String> KEYS = List.of("training", "trainings", "segment", "first", "last");

    /** Returns what a trial trains again; empty if it is one of a search, or repeats something else. */
    public static Optional<Replayed> of(TrialRecord trial) {
        Map<String, String> notes = trial.start().origin().notes();
        List<Optional<Long>> numbers = KEYS.stream()
                .map(key -> notes.getOrDefault(PREFIX + key, ""))
                .map(text -> text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.<Long>empty())
                .toList();
        if (numbers.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        long[] found = numbers.stream().mapToLong(Optional::orElseThrow).toArray();
        return Optional.of(new Replayed((int) found[0], (int) found[1], (int) found[2], found[3], found[4]));
    }

    /** Returns it as notes. */
    public Map<String, String> notes() {
        long[] numbers = {training, trainings, segment, first, last};
        Map<String, String> notes = new LinkedHashMap<>();
        for (int key = 0; key < numbers.length; key++) {
            notes.put(PREFIX + KEYS.get(key), Long.toString(numbers[key]));
        }
        return notes;
    }

    /** Returns what is trained, for people: {@code steps 6-10}, with its training if there are several. */
    public String text() {
        return (trainings == 1 ? "" : "training " + (training + 1) + ", ") + "steps " + first + "-" + last;
    }

    /** Returns the last trial of a training, those aside that say nothing as they were interrupted, and are made again; empty if that has not begun. */
    public static Optional<TrialRecord> last(History trials, int training) {
        return trials.trials().stream()
                .filter(trial -> !trial.isRejected()
                        && !trial.isSilent()
                        && of(trial)
                                .filter(found -> found.training() == training)
                                .isPresent())
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns what trainings came to that have ended, in their order; empty where one has failed.
     *
     * @param trials of the trainings
     * @param segments how many segments each has
     */
    public static List<OptionalDouble> values(History trials, int segments) {
        int trainings = trials.trials().stream()
                .flatMap(trial -> of(trial).stream())
                .mapToInt(Replayed::trainings)
                .max()
                .orElse(0);
        return IntStream.range(0, trainings)
                .mapToObj(training -> last(trials, training))
                .flatMap(Optional::stream)
                .filter(trial -> isEnd(trial, segments))
                .map(TrialRecord::value)
                .toList();
    }

    /** Returns whether no further segment follows a trial: it is that of the last one, or has ended without a value. */
    public static boolean isEnd(TrialRecord trial, int segments) {
        boolean isOfLast =
                of(trial).filter(found -> found.segment() == segments - 1).isPresent();
        return trial.state().isFinished() && (isOfLast || trial.value().isEmpty());
    }
}

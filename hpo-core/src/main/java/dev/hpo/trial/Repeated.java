// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which configuration of a search a run repeats, as the notes of its origin say.
 *
 * @param round in which round, from 0
 * @param trial the number of the trial in the search that has the configuration; empty for the start configuration
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Repeated(int round, OptionalInt trial) {

    private static final String ROUND = "confirm.round";
    private static final String TRIAL = "confirm.trial";
    private static final String START = "start";

    /** Returns that of a trial's configuration. */
    public static Repeated trial(int round, int number) {
        return new Repeated(round, OptionalInt.of(number));
    }

    /** Returns that of the start configuration. */
    public static Repeated start(int round) {
        return new Repeated(round, OptionalInt.empty());
    }

    /** Returns what a trial repeats; empty if it is one of a search. */
    public static Optional<Repeated> of(TrialRecord run) {
        Map<String, String> notes = run.start().origin().notes();
        String round = notes.getOrDefault(ROUND, "");
        String trial = notes.getOrDefault(TRIAL, "");
        if (!isNumber(round) || !(isNumber(trial) || trial.equals(START))) {
            return Optional.empty();
        }
        int number = Integer.parseInt(round);
        return Optional.of(trial.equals(START) ? start(number) : trial(number, Integer.parseInt(trial)));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    /** Returns it as notes. */
    public Map<String, String> notes() {
        return Map.of(
                ROUND, String.valueOf(round), TRIAL, trial.isPresent() ? String.valueOf(trial.getAsInt()) : START);
    }

    /** Returns whether it is the start configuration. */
    public boolean isStart() {
        return trial.isEmpty();
    }

    /** Returns whether it is the configuration of a trial. */
    public boolean isOf(int number) {
        return trial.isPresent() && trial.getAsInt() == number;
    }

    /** Returns what is repeated, for people: {@code trial 17}, or {@code start}. */
    public String text() {
        return trial.isPresent() ? "trial " + trial.getAsInt() : START;
    }
}

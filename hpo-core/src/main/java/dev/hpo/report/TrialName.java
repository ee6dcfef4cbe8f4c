// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.Replayed;
import dev.hpo.trial.Rerun;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The name of a trial for people: {@code trial 17: learningRate=3.1e-4, units=64}. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TrialName {

    private static final String WORD = "trial ";
    private static final String CONFIRM = "confirm";
    private static final String REPLAY = "replay";
    private static final int WIDTH = 160;
    private static final int SHORTEST_VALUE = 8;

    private TrialName() {}

    /**
     * Returns the name of a trial, at most 160 characters long; of many parameters, the first ones are shown.
     *
     * @param number the trial's number
     * @param space the space that is searched
     * @param configuration what the trial tries
     */
    public static String of(int number, Space<?> space, Configuration configuration) {
        return WORD + entry(number, space, configuration);
    }

    /**
     * Returns the name for a place that says already that it is a trial: {@code 17: learningRate=3.1e-4, units=64}.
     *
     * @param number the trial's number
     * @param space the space that is searched
     * @param configuration what the trial tries
     */
    public static String entry(int number, Space<?> space, Configuration configuration) {
        String head = String.valueOf(number);
        String values = values(space, configuration, WIDTH - WORD.length() - head.length() - 2);
        return values.isEmpty() ? head : head + ": " + values;
    }

    /**
     * Returns the name of a trial of a search, or of a run that repeats one: {@code trial 17: learningRate=3.1e-4}, {@code confirm 3: trial 17, learningRate=3.1e-4}.
     *
     * @param space the space that is searched
     */
    public static String of(TrialRecord trial, Space<?> space) {
        return kind(trial) + " " + entry(trial, space);
    }

    /**
     * Returns the name for a place that says already what it is, as {@link #kind} does.
     *
     * @param space the space that is searched
     */
    public static String entry(TrialRecord trial, Space<?> space) {
        Optional<String> repeated = Repeated.of(trial)
                .map(Repeated::text)
                .or(() -> Rerun.of(trial).flatMap(Rerun::text))
                .or(() -> Replayed.of(trial).map(Replayed::text));
        return entry(trial, space, repeated.orElse(""));
    }

    /**
     * Returns the name as {@link #entry(TrialRecord, Space)} does of a trial that has a place among others: {@code 17: member 3, generation 5, learningRate=3.1e-4}.
     *
     * @param space the space that is searched
     * @param place what it is beside its number; empty for nothing
     */
    public static String entry(TrialRecord trial, Space<?> space, String place) {
        if (place.isEmpty()) {
            return entry(trial.number(), space, trial.configuration());
        }
        String head = trial.number() + ": " + place;
        String values = values(space, trial.configuration(), WIDTH - CONFIRM.length() - head.length() - 3);
        return values.isEmpty() ? head : head + ", " + values;
    }

    /** Returns what a trial is: {@code trial}, or {@code confirm}, {@code retest}, {@code accept} or {@code replay} if it repeats one. */
    public static String kind(TrialRecord trial) {
        return Repeated.of(trial)
                .map(any -> CONFIRM)
                .or(() -> Rerun.of(trial).map(Rerun::word))
                .or(() -> Replayed.of(trial).map(any -> REPLAY))
                .orElse(WORD.strip());
    }

    /** Returns the name without what is tried: {@code trial 17}, or {@code confirm 3}. */
    public static String inShort(TrialRecord trial) {
        return kind(trial) + " " + trial.number();
    }

    /** Returns as many values as fit into a width, and how many more there are. */
    static String values(Space<?> space, Configuration configuration, int width) {
        return values(
                space.parameters().stream().filter(configuration::contains).toList(), configuration, width);
    }

    /** Returns as many values of some parameters as fit into a width, and how many more there are. */
    static String values(List<Parameter<?>> parameters, Configuration configuration, int width) {
        StringBuilder text = new StringBuilder();
        for (int shown = 0; shown < parameters.size(); shown++) {
            Parameter<?> parameter = parameters.get(shown);
            String value =
                    VisibleText.of(parameter.name() + "=" + parameter.domain().shortText(configuration.raw(parameter)));
            String separator = shown == 0 ? "" : ", ";
            int left = parameters.size() - shown - 1;
            int room = width
                    - Texts.width(text.toString())
                    - separator.length()
                    - (left == 0 ? 0 : more(left).length());
            if (Texts.width(value) > room) {
                return shown == 0 ? firstCut(value, left, width) : text + more(left + 1);
            }
            text.append(separator).append(value);
        }
        return text.toString();
    }

    /** Shows the beginning of the value, or nothing if there is not even room for that. */
    private static String firstCut(String value, int left, int width) {
        String more = left == 0 ? "" : more(left);
        int room = width - more.length();
        return room < value.indexOf('=') + SHORTEST_VALUE ? "" : Texts.cut(value, room) + more;
    }

    private static String more(int count) {
        return ", ... " + count + " more";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why a single configuration is run again, as the notes of a run's origin say.
 *
 * @param reason why
 * @param number the number of the batch of a re-test, from 0; that of the trial that is to be accepted
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Rerun(Reason reason, int number) {

    /** Returns why a run is one; empty for a trial of a search, and a run that confirms one. */
    public static Optional<Rerun> of(TrialRecord run) {
        Map<String, String> notes = run.start().origin().notes();
        return Arrays.stream(Reason.values())
                .flatMap(reason -> Optional.ofNullable(notes.get(reason.key))
                        .filter(number -> number.matches("\\d{1,9}"))
                        .map(number -> new Rerun(reason, Integer.parseInt(number)))
                        .stream())
                .findFirst();
    }

    /** Returns it as notes. */
    public Map<String, String> notes() {
        return Map.of(reason.key, String.valueOf(number));
    }

    /** Returns what such a run is called: {@code retest}, {@code accept}. */
    public String word() {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is run again, for people: {@code trial 17}; empty for what was accepted. */
    public Optional<String> text() {
        return Optional.of("trial " + number).filter(of -> reason == Reason.ACCEPT);
    }

    /** Why it can be. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Reason {
        /** It was accepted, and is to be as good as it was. */
        RETEST("retest.batch"),
        /** It is to be accepted. */
        ACCEPT("accept.trial");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }
}

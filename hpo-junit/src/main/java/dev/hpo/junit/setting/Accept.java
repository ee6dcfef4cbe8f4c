// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.junit.TuningConfigurationException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What is accepted of a test. */
@API(status = Status.INTERNAL, since = "0.1")
public sealed interface Accept {

    /** Reads what is given; empty if it is none of what may be. */
    static Optional<Accept> parse(String text) {
        return switch (text) {
            case "true", "" -> Optional.of(new Found());
            case "false" -> Optional.of(new Nothing());
            default ->
                Resume.Run.parse(text)
                        .map(Resume::run)
                        .map(OptionalInt::getAsInt)
                        .map(OfRun::new);
        };
    }

    /**
     * Checks that nothing else is asked for that chooses a run.
     *
     * @param given returns what is given for a setting
     * @throws TuningConfigurationException if anything is
     */
    default void requireAlone(Function<Setting, Optional<String>> given) {}

    /** Nothing. */
    record Nothing() implements Accept {}

    /** What the test finds, or has found if nothing would be found by searching again. */
    record Found() implements Accept {}

    /**
     * What a certain run has found, whatever the settings are now.
     *
     * @param number its number, from 1
     */
    record OfRun(int number) implements Accept {

        @Override
        public void requireAlone(Function<Setting, Optional<String>> given) {
            // What else may be resumed is of no account, and may be set for all tests.
            boolean isOfOther = given.apply(Setting.RESUME)
                    .flatMap(Resume::parse)
                    .filter(resume -> resume.run().isPresent())
                    .isPresent();
            if (isOfOther || given.apply(Setting.REPLAY).isPresent()) {
                throw new TuningConfigurationException(
                        Setting.ACCEPT.key() + " (" + number + ") must not be given with "
                                + (isOfOther ? Setting.RESUME : Setting.REPLAY).key() + "; leave out one of the two.");
            }
        }
    }
}

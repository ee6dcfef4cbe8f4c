// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which run of its study a test goes on with. */
@API(status = Status.INTERNAL, since = "0.1")
public sealed interface Resume {

    /** Returns the number of the run that is asked for; empty if it may be any. */
    default OptionalInt run() {
        return OptionalInt.empty();
    }

    /** Reads what is given; empty if it is none of what may be. */
    static Optional<Resume> parse(String text) {
        return switch (text) {
            case "always" -> Optional.of(new Always());
            case "never" -> Optional.of(new Never());
            default -> Run.parse(text);
        };
    }

    /** The newest one that was interrupted and would go on as if it had not been, if none of the same came to its end after it. */
    record IfSame() implements Resume {}

    /** The last one, if it can go on at all. */
    record Always() implements Resume {}

    /** None: a new run begins. */
    record Never() implements Resume {}

    /**
     * A certain one.
     *
     * @param number its number, from 1
     */
    record Run(int number) implements Resume {

        private static final Pattern NUMBER = Pattern.compile("0*[1-9]\\d{0,8}");

        static Optional<Resume> parse(String text) {
            return NUMBER.matcher(text).matches() ? Optional.of(new Run(Integer.parseInt(text))) : Optional.empty();
        }

        @Override
        public OptionalInt run() {
            return OptionalInt.of(number);
        }
    }
}

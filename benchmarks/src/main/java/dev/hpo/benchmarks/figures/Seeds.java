// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Seeds one after another.
 *
 * @param first the first one, at least 0
 * @param last the last one, at least the first
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Seeds(long first, long last) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})-(\\d{1,15})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}");

    /** Checks their order. */
    public Seeds {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException(
                    "(" + first + "-" + last + ") must begin at 0 or more and not end before");
        }
    }

    /**
     * Returns the seeds of a text: so many from 0 on, as {@code 20}, or from one to another, as {@code 100000-100019}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Seeds parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new Seeds(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
        }
        if (!COUNT.matcher(text).matches() || Long.parseLong(text) == 0) {
            throw new IllegalArgumentException(
                    "(" + text + ") must be a number of at least 1, or a range as 100000-100019");
        }
        return new Seeds(0, Long.parseLong(text) - 1);
    }

    /** Returns the seeds in their order. */
    public LongStream stream() {
        return LongStream.rangeClosed(first, last);
    }
}

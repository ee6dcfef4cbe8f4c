// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A stored trial that is to be run again.
 *
 * @param run the number of its run; empty for the last one
 * @param isOfConfirmation whether it is one of those that confirm what that run has found
 * @param trial its number
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Replay(OptionalInt run, boolean isOfConfirmation, int trial) {

    private static final Pattern FORM = Pattern.compile("(?:([1-9]\\d{0,8})/)?(confirm:)?(\\d{1,9})");

    /** Returns what a text such as {@code 17}, {@code 3/17}, {@code confirm:3} or {@code 3/confirm:3} means; empty if it means nothing. */
    static Optional<Replay> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String run = matcher.group(1);
        return Optional.of(new Replay(
                run == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(run)),
                matcher.group(2) != null,
                Integer.parseInt(matcher.group(3))));
    }
}

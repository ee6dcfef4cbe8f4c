// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.numeric.Rounded;
import dev.hpo.trial.Direction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Numbers and durations for people. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Figures {

    private static final double LARGEST_PERCENTAGE = 1000;

    private Figures() {}

    /** Returns a number with four significant digits, and all digits before the point. */
    public static String number(double value) {
        return Rounded.text(value);
    }

    /** Returns a number with four significant digits, or as many more as it takes to tell it from another one. */
    static String number(double value, double unlike) {
        return Rounded.text(value, unlike);
    }

    /** Returns how a value differs from one that is not better: {@code 72.6 % lower}. */
    public static String improvement(double better, double worse, Direction direction) {
        if (better == worse) {
            return "the same";
        }
        String way = direction == Direction.MINIMIZE ? " lower" : " higher";
        return isComparable(better, worse)
                ? percentage(percentage(better, worse)) + " %" + way
                : difference(better, worse) + way;
    }

    /** Returns by how much two values differ, in their own unit. */
    static String difference(double one, double other) {
        return number(Math.abs(one - other));
    }

    /** Returns whether a difference is best told in percent of the value that is not better. */
    static boolean isComparable(double better, double worse) {
        return better * worse >= 0 && percentage(better, worse) <= LARGEST_PERCENTAGE;
    }

    private static double percentage(double better, double worse) {
        return 100 * Math.abs(better - worse) / Math.abs(worse);
    }

    /** Never rounds to 0 or, from below, to 100. */
    private static String percentage(double percentage) {
        int decimals = 1;
        String text = String.format(Locale.ROOT, "%.1f", percentage);
        while (decimals < 6 && (isZero(text) || (percentage < 100 && text.startsWith("100")))) {
            decimals++;
            text = String.format(Locale.ROOT, "%." + decimals + "f", percentage);
        }
        return text;
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    /** Returns a duration in its two largest units: {@code 1 min 12 s}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return Math.max(0, duration.toMillis()) + " ms";
        }
        if (seconds < 60) {
            return BigDecimal.valueOf(duration.toMillis() / 100, 1) + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds < 86_400
                ? seconds / 3600 + " h " + seconds % 3600 / 60 + " min"
                : seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }

    /** Returns how much of a duration has passed, both in the unit that is apt for the whole: {@code 1.4 of 12 min}. */
    static String durations(Duration passed, Duration whole) {
        long seconds = whole.toSeconds();
        if (seconds < 120) {
            return in(1000, passed) + " of " + in(1000, whole) + " s";
        }
        return seconds < 7200
                ? in(60_000, passed) + " of " + in(60_000, whole) + " min"
                : in(3_600_000, passed) + " of " + in(3_600_000, whole) + " h";
    }

    /** To the tenth below ten, since what is left is an estimate. */
    private static String in(int unitMillis, Duration duration) {
        double units = (double) duration.toMillis() / unitMillis;
        return String.format(Locale.ROOT, units < 9.95 ? "%.1f" : "%.0f", units);
    }

    /** Returns a count with its noun: {@code 1 trial}, {@code 2 trials}. */
    public static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

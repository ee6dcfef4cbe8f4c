// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments for people, in the time zone of this machine. */
final class Moments {

    private static final DateTimeFormatter DAY = format("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = format("uuuu-MM-dd HH:mm");

    private Moments() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneId.systemDefault());
    }

    static String day(Instant moment) {
        return DAY.format(moment);
    }

    static String minute(Instant moment) {
        return MINUTE.format(moment);
    }
}

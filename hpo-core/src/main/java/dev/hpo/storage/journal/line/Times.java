// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How times are written. All are read: those without an offset as the local time of the reader, as Optuna does. */
@API(status = Status.INTERNAL, since = "0.1")
public enum Times {
    /** With an offset, which is zero, as Optuna 5 does. */
    UTC,
    /** As the local time of the writer, as Optuna 4 does. */
    LOCAL;

    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)");

    /** The form that is written most, read without a formatter, which takes ten times as long. */
    private static final String USUAL = "0000-00-00T00:00:00.000000+00:00";

    /** Where its digits end, and its offset begins. */
    private static final int DIGITS = 26;

    String text(Instant time) {
        return this == UTC
                ? micros(time.atOffset(ZoneOffset.UTC).toLocalDateTime()) + "+00:00"
                : micros(time.atZone(ZoneId.systemDefault()).toLocalDateTime());
    }

    /** Readers of Optuna on Python 3.10 and older want just these digits, and no Z. A formatter takes long to load. */
    private static String micros(LocalDateTime time) {
        return time.toLocalDate() + "T" + digits(100 + time.getHour()) + ":" + digits(100 + time.getMinute()) + ":"
                + digits(100 + time.getSecond()) + "." + digits(1_000_000 + time.getNano() / 1000);
    }

    /** Returns the digits of a number after its first, a one. */
    private static String digits(int number) {
        return String.valueOf(number).substring(1);
    }

    static Instant parse(String text) throws LineException {
        try {
            if (isUsual(text)) {
                return usual(text);
            }
            return OFFSET.matcher(text).matches()
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw LineException.wrong("time (" + Shown.of(text) + ") must be as 2026-02-03T04:05:06.789012+00:00");
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            boolean isDigit = at < DIGITS && USUAL.charAt(at) == '0';
            char found = text.charAt(at);
            if (isDigit ? (found < '0' || found > '9') : found != USUAL.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        1000 * number(text, 20, DIGITS))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}

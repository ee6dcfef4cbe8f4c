// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    /** Readers of Optuna on Python 3.10 and older want just this many digits, and no Z. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)");

    String text(Instant time) {
        return this == UTC
                ? MICROS.format(time.atOffset(ZoneOffset.UTC)) + "+00:00"
                : MICROS.format(time.atZone(ZoneId.systemDefault()));
    }

    static Instant parse(String text) throws LineException {
        try {
            return OFFSET.matcher(text).matches()
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw LineException.wrong("time (" + Json.shown(text) + ") must be as 2026-02-03T04:05:06.789012+00:00");
        }
    }
}

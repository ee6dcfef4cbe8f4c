// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hpo.trial.Observation;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What we say of a trial while it runs, under keys that others can write as well. A value that we never write there would be in the way of
 * whoever goes on with its run.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class OwnAttributes {

    /** Begins another attempt at a trial. */
    public static final String ATTEMPT = "hpo:attempt";

    /** Says that a trial has begun anew which was to go on with a paused one: what it has inherited is void. */
    public static final String ANEW = "hpo:anew";

    /** How long the run took, as known to who wrote of the trial last. */
    public static final String ELAPSED = "hpo:elapsed";

    /** As which invocation of a test a trial was run. */
    public static final String INVOCATION = "hpo:invocation";

    /** How many microseconds after the beginning of a trial it reported: a field beside that of the value, which other readers pass over. */
    static final String MICROS = "hpo:micros";

    /** A hundred years: with more, times could not be added up. */
    private static final long LONGEST_MILLIS = 100L * 365 * 24 * 60 * 60 * 1000;

    private OwnAttributes() {}

    /** Returns an attribute of a trial if it is one that we could have written, or has nothing to do with us. */
    static Attribute sound(Attribute attribute) throws LineException {
        if (attribute.audience() == Attribute.Audience.SYSTEM) {
            Object value = attribute.value();
            switch (attribute.key()) {
                case ATTEMPT ->
                    require(isAttempt(value), attribute, "have the number of an attempt, who makes it and since when");
                case ANEW -> require(Boolean.TRUE.equals(value), attribute, "be true");
                case ELAPSED ->
                    require(isPair(value, 0, LONGEST_MILLIS), attribute, "be a part of a run and milliseconds");
                case INVOCATION ->
                    require(
                            isPair(value, 1, Integer.MAX_VALUE),
                            attribute,
                            "be a part of a run and an invocation in it");
                default -> {}
            }
        }
        return attribute;
    }

    /** Returns whether how long a run took can be true. */
    public static boolean isElapsed(@Nullable Object millis) {
        return isBetween(millis, 0, LONGEST_MILLIS);
    }

    /** Returns the time of a report, the parser standing at it; one that cannot be true costs no more than itself. */
    static long micros(JsonParser json) throws IOException {
        boolean isLong = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return isLong && isBetween(json.getLongValue(), 0, 1000 * LONGEST_MILLIS)
                ? json.getLongValue()
                : Observation.UNTIMED;
    }

    private static void require(boolean isSound, Attribute attribute, String rule) throws LineException {
        if (!isSound) {
            throw LineException.wrong(attribute.key() + " (" + Shown.of(attribute.value()) + ") must " + rule);
        }
    }

    private static boolean isAttempt(@Nullable Object value) {
        return value instanceof Map<?, ?> attempt
                && isBetween(attempt.get("number"), 1, Integer.MAX_VALUE)
                && isBetween(attempt.containsKey("lost") ? attempt.get("lost") : Long.valueOf(0), 0, Integer.MAX_VALUE)
                && attempt.get("holder") instanceof String
                && isTime(attempt.get("startedAt"));
    }

    private static boolean isTime(@Nullable Object value) {
        try {
            return value instanceof String text && !Instant.parse(text).equals(Instant.MAX);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPair(@Nullable Object value, long least, long most) {
        return value instanceof List<?> pair
                && pair.size() == 2
                && isBetween(pair.get(0), 1, Integer.MAX_VALUE)
                && isBetween(pair.get(1), least, most);
    }

    private static boolean isBetween(@Nullable Object value, long least, long most) {
        return value instanceof Long number && number >= least && number <= most;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.confirm.Sample;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evidence as lines for people, which are read back. */
final class EvidenceText {

    private static final int ALL_DIGITS = 17;

    private static final String ACCEPTED = "accepted";
    private static final String METRIC = "metric";
    private static final String DIRECTION = "direction";
    private static final String OF = "of";
    private static final String MEAN = "mean";
    private static final String SPREAD = "spread";
    private static final String RUNS = "runs";
    private static final String VALUES = "values";
    private static final String FAILED = "failed runs";
    private static final String SEARCHED = "searched";
    private static final String SEED = "seed";
    private static final String SPACE = "space";

    /** The lines that there must be, by what stands before their colons. */
    static final List<String> KEYS =
            List.of(ACCEPTED, METRIC, DIRECTION, OF, MEAN, SPREAD, RUNS, VALUES, FAILED, SEARCHED, SEED, SPACE);

    private static final Pattern ORIGIN = Pattern.compile("(.+), run ([1-9]\\d{0,8}), trial (\\d{1,9})");

    private EvidenceText() {}

    /** Returns the lines, the first of which says where the configuration comes from, as that of a study's best does. */
    static List<String> lines(Evidence evidence) {
        Map<String, String> entries = new LinkedHashMap<>();
        Sample value = evidence.value();
        entries.put(ACCEPTED, evidence.date().toString());
        entries.put(METRIC, VisibleText.of(evidence.metric()).strip());
        entries.put(DIRECTION, lower(evidence.aim().direction()));
        entries.put(OF, lower(evidence.aim().of()));
        entries.put(MEAN, number(value.mean()));
        entries.put(SPREAD, number(value.standardDeviation()) + ", the standard deviation of a run");
        entries.put(RUNS, value.size() + ", which have chosen nothing");
        entries.put(VALUES, value.values().stream().map(EvidenceText::number).collect(Collectors.joining(", ")));
        entries.put(FAILED, String.valueOf(evidence.failures()));
        entries.put(SEARCHED, number(evidence.origin().searched()));
        entries.put(SEED, String.valueOf(evidence.origin().seed()));
        entries.put(SPACE, evidence.space());
        return Stream.concat(
                        Stream.of(origin(evidence.origin())),
                        entries.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()))
                .toList();
    }

    private static String origin(Evidence.Origin origin) {
        return name(origin.search().study()) + ", run " + origin.search().number() + ", trial " + origin.trial();
    }

    /** Returns the shortest text that is read as exactly this number: those of Java differ from version to version. */
    static String number(double value) {
        if (value == 0) {
            return 1 / value > 0 ? "0" : "-0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ALL_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return exact.round(new MathContext(ALL_DIGITS)).stripTrailingZeros().toString();
    }

    /** Returns the name of the study of which a configuration comes, by the line that says it; empty if that says nothing. */
    static String study(String origin) {
        Matcher parts = ORIGIN.matcher(origin);
        return parts.matches() ? parts.group(1) : "";
    }

    /** Returns what the line that says it calls a study. */
    static String name(String study) {
        return VisibleText.of(study).strip();
    }

    /** Returns whether a line says where a configuration comes from. */
    static boolean isOrigin(String line) {
        return ORIGIN.matcher(line).matches();
    }

    /**
     * Reads evidence.
     *
     * @param origin the line that says where it comes from
     * @param entries the other lines, all that there must be
     * @throws IllegalArgumentException if one is not as it must be; the message names it
     */
    static Evidence read(String origin, Map<String, String> entries) {
        Matcher parts = ORIGIN.matcher(origin);
        if (!parts.matches()) {
            throw refused("first line", origin, "name a run and a trial");
        }
        RunId search = new RunId(parts.group(1), Integer.parseInt(parts.group(2)));
        Aim aim = new Aim(
                constant(DIRECTION, Direction.values(), entry(entries, DIRECTION)),
                constant(OF, Of.values(), entry(entries, OF)));
        return new Evidence(
                new Evidence.Origin(
                        search,
                        Integer.parseInt(parts.group(3)),
                        finite(SEARCHED, entry(entries, SEARCHED)),
                        whole(SEED, entry(entries, SEED))),
                new Evidence.Measure(entry(entries, METRIC), aim),
                new Evidence.Fresh(sample(entry(entries, VALUES)), count(entry(entries, FAILED))),
                date(entry(entries, ACCEPTED)),
                entry(entries, SPACE));
    }

    private static String entry(Map<String, String> entries, String key) {
        return entries.getOrDefault(key, "");
    }

    private static Sample sample(String text) {
        return new Sample(Arrays.stream(text.split(",", -1))
                .map(value -> finite(VALUES, value.strip()))
                .toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(String key, E[] all, String text) {
        return Arrays.stream(all)
                .filter(constant -> lower(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(
                        key,
                        text,
                        "be " + Arrays.stream(all).map(EvidenceText::lower).collect(Collectors.joining(" or "))));
    }

    private static double finite(String key, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refused(key, text, "be a number");
        }
        throw refused(key, text, "be finite");
    }

    private static long whole(String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused(key, text, "be a whole number");
        }
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw refused(FAILED, text, "be a whole number of at least 0");
        }
        return Integer.parseInt(text);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(ACCEPTED, text, "be a date, as 2026-03-01");
        }
    }

    private static IllegalArgumentException refused(String key, String text, String rule) {
        return new IllegalArgumentException(key + " (" + VisibleText.of(text) + ") must " + rule);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a {@link Schedule}, and finds what is wrong with it, all of it in one go. */
final class ScheduleReader<T> {

    /** What a key begins with that is about some steps: {@code 1-10.learningRate}, or {@code 1-10} alone. */
    private static final Pattern STEPS = Pattern.compile("(\\d+)-(\\d+)(?:\\.(.*))?", Pattern.DOTALL);

    private static final Pattern STEP = Pattern.compile("[1-9]\\d{0,17}");

    private final Space<T> space;
    private final String source;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Map<String, String> common = new LinkedHashMap<>();
    private final SortedMap<Steps, Map<String, String>> parts = new TreeMap<>();
    private boolean areStepsClear = true;

    ScheduleReader(Space<T> space, String source) {
        requireFit(space);
        this.space = space;
        this.source = source;
    }

    /** The first and the last step of a segment. */
    private record Steps(long from, long last) implements Comparable<Steps> {

        @Override
        public int compareTo(Steps other) {
            return Comparator.comparingLong(Steps::from)
                    .thenComparingLong(Steps::last)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return from + "-" + last;
        }
    }

    /** The parameters that some lines give: the values of some, the names of all. */
    private record Given(Map<String, Object> values, Set<String> broken) {

        boolean has(String name) {
            return values.containsKey(name) || broken.contains(name);
        }

        Given and(Given others) {
            Map<String, Object> allValues = new HashMap<>(values);
            allValues.putAll(others.values);
            Set<String> allBroken = new HashSet<>(broken);
            allBroken.addAll(others.broken);
            return new Given(allValues, allBroken);
        }
    }

    /** Checks that no name of a parameter can be taken for steps, and that nothing else depends on what may change. */
    static void requireFit(Space<?> space) {
        space.adjustable();
        for (Parameter<?> parameter : space.parameters()) {
            Stream.concat(Stream.of(parameter.name()), parameter.formerNames().stream())
                    .filter(name -> STEPS.matcher(name).matches())
                    .forEach(name -> {
                        throw new ConfigurationException("parameter name (" + name
                                + ") must not begin as steps do in a schedule, such as 1-10; begin it with a letter");
                    });
        }
    }

    Schedule<T> read(Reader reader) throws IOException {
        List<String> twice = new ArrayList<>();
        Map<String, String> texts = PropertyLines.read(reader, source, twice);
        faults.addAll(twice);
        texts.forEach(this::sort);
        if (areStepsClear) {
            checkSteps();
        }
        List<Configuration> configurations = configurations();
        faults.addAll(Schedule.fixed(space, configurations));
        if (!faults.isEmpty()) {
            throw PropertyLines.error(source, faults);
        }
        Schedule.Builder<T> builder = Schedule.builder(space);
        int index = 0;
        for (Steps steps : parts.keySet()) {
            add(builder, steps, configurations.get(index++));
        }
        return builder.build();
    }

    private void add(Schedule.Builder<T> builder, Steps steps, Configuration configuration) {
        try {
            builder.until(steps.last(), configuration);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    private void sort(String key, String text) {
        Matcher matcher = STEPS.matcher(key);
        if (!matcher.matches()) {
            common.put(key, text);
            return;
        }
        String from = matcher.group(1);
        String last = matcher.group(2);
        if (!STEP.matcher(from).matches() || !STEP.matcher(last).matches()) {
            unclear(from + "-" + last, "be whole numbers from 1 to 10^18 - 1; write for instance 1-10");
            return;
        }
        Steps steps = new Steps(Long.parseLong(from), Long.parseLong(last));
        if (steps.last() < steps.from()) {
            unclear(steps.toString(), "end where they begin or later; write " + last + "-" + from);
            return;
        }
        Map<String, String> part = parts.computeIfAbsent(steps, none -> new LinkedHashMap<>());
        if (matcher.group(3) != null) {
            part.put(matcher.group(3), text);
        } else if (!text.isEmpty()) {
            faults.add(
                    key + " value (" + text + ") must be empty; write the name of a parameter behind the steps, as in "
                            + key + "." + example() + " = " + text);
        }
    }

    private void unclear(String steps, String rule) {
        faults.add("steps (" + steps + ") must " + rule);
        areStepsClear = false;
    }

    private String example() {
        return Stream.concat(space.adjustable().stream(), space.parameters().stream())
                .map(Parameter::name)
                .findFirst()
                .orElse("learningRate");
    }

    private void checkSteps() {
        if (parts.isEmpty()) {
            faults.add("steps (none) must be there; write 1-30." + example()
                    + " = and its value, or 1-30 = alone where nothing changes");
        }
        long next = 1;
        String before = "as steps count from 1";
        for (Steps steps : parts.keySet()) {
            if (steps.from() != next) {
                String advice =
                        steps.from() > next ? "say what holds at those between" : "let no step be in two segments";
                faults.add("steps (" + steps + ") must begin at " + next + ", " + before + "; " + advice);
            }
            next = Math.max(next, steps.last() + 1);
            before = "after " + steps;
        }
    }

    /** Returns the configuration of each segment, as far as there are values; that of one if there is no segment. */
    private List<Configuration> configurations() {
        Given shared = take("", common);
        Map<Steps, Given> own = new LinkedHashMap<>();
        Set<String> changing = new HashSet<>();
        parts.forEach((steps, texts) -> {
            Given given = take(steps + ".", texts);
            own.put(steps, given);
            space.parameters().stream()
                    .map(Parameter::name)
                    .filter(given::has)
                    .filter(changing::add)
                    .filter(shared::has)
                    .forEach(name ->
                            faults.add(name + " must be given for all steps or for each segment, not both; it is"
                                    + " there as " + steps + "." + name + " too"));
        });
        if (own.isEmpty()) {
            own.put(new Steps(1, 1), new Given(Map.of(), Set.of()));
        }
        List<Configuration> configurations = new ArrayList<>();
        own.forEach((steps, given) -> {
            Given all = shared.and(given);
            Configuration configuration = PropertyLines.configuration(space, all.values());
            ConfigurationCheck.byName(space, configuration, all.broken())
                    .forEach((name, fault) -> faults.add(changing.contains(name) ? steps + "." + fault : fault));
            configurations.add(configuration);
        });
        common.keySet().forEach(key -> faults.add(ConfigurationCheck.unknown(key, space)));
        parts.forEach((steps, texts) ->
                texts.keySet().forEach(key -> faults.add(steps + "." + ConfigurationCheck.unknown(key, space))));
        return configurations;
    }

    /** Takes the parameters out of some lines. */
    private Given take(String prefix, Map<String, String> texts) {
        List<String> found = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        Map<String, Object> values = PropertyLines.take(space, texts, found, broken);
        found.forEach(fault -> faults.add(prefix + fault));
        return new Given(values, broken);
    }
}

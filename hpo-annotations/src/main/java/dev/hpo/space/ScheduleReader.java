// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** Reads a {@link Schedule}, and finds what is wrong with it, all of it in one go. */
final class ScheduleReader<T> {

    /** What a key begins with that is about some steps: {@code 1-10.learningRate}, or {@code 1-10} alone. */
    private static final Pattern STEPS = Pattern.compile("((\\d+)-(\\d+))(?:\\.(.*))?", Pattern.DOTALL);

    /** What was meant so, and is not: {@code 5.learningRate}, or with another digit or dash. */
    private static final Pattern MEANT_AS_STEPS = Pattern.compile("(\\p{Nd}[^.]*)(?:\\.(.*))?", Pattern.DOTALL);

    private static final Pattern STEP = Pattern.compile("[1-9]\\d{0,17}");

    private final Space<T> space;
    private final String source;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Map<String, String> common = new LinkedHashMap<>();
    private final SortedMap<Long, SortedMap<Long, Part>> clear = new TreeMap<>();
    private final Map<String, Part> unclear = new LinkedHashMap<>();

    ScheduleReader(Space<T> space, String source) {
        requireFit(space);
        this.space = space;
        this.source = source;
    }

    /** The lines of the same steps: their texts by the names of parameters. */
    private static final class Part {

        private final String steps;
        private final Map<String, String> texts = new LinkedHashMap<>();

        /** Whether there may be more values than are known, as some text is none. */
        private boolean isOpen;

        Part(String steps) {
            this.steps = steps;
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

    /** Checks that no name of a parameter can be taken for steps. */
    static void requireFit(Space<?> space) {
        for (Parameter<?> parameter : space.parameters()) {
            if (STEPS.matcher(parameter.name()).matches()) {
                throw likeSteps(
                        "parameter name (" + parameter.name() + ") of " + space.typeName(), "begin it with a letter");
            }
            for (String former : parameter.formerNames()) {
                if (STEPS.matcher(former).matches()) {
                    throw likeSteps(
                            "former name (" + former + ") of " + parameter.name() + " in " + space.typeName(),
                            "leave it out");
                }
            }
        }
    }

    private static ConfigurationException likeSteps(String name, String advice) {
        return new ConfigurationException(name + " must not begin as steps do in a schedule, such as 1-10; " + advice);
    }

    Schedule<T> read(Reader reader) throws IOException {
        List<String> twice = new ArrayList<>();
        Map<String, String> texts = PropertyLines.read(reader, source, twice);
        faults.addAll(twice);
        texts.forEach(this::sort);
        if (unclear.isEmpty()) {
            checkSteps();
        }
        List<Configuration> configurations = configurations();
        faults.addAll(Schedule.fixed(space, configurations));
        if (!faults.isEmpty()) {
            throw PropertyLines.error(source, faults);
        }
        Schedule.Builder<T> builder = Schedule.builder(space);
        int index = 0;
        for (SortedMap<Long, Part> only : clear.values()) {
            add(builder, only.lastKey(), configurations.get(index++));
        }
        return builder.build();
    }

    private void add(Schedule.Builder<T> builder, long last, Configuration configuration) {
        try {
            builder.until(last, configuration);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    private void sort(String key, String text) {
        Matcher matcher = STEPS.matcher(key);
        if (matcher.matches()) {
            add(part(matcher), key, matcher.group(4), text);
            return;
        }
        Matcher meant = MEANT_AS_STEPS.matcher(key);
        if (meant.matches() && space.parameter(key).isEmpty()) {
            String steps = meant.group(1);
            @Nullable String name = meant.group(2);
            String example = STEP.matcher(steps).matches() && name != null ? steps + "-" + steps : "for instance 1-10";
            Part part = unclear(
                    steps,
                    "be the first and the last one with a hyphen between, and no blanks; write " + example + "."
                            + (name == null ? example() : name));
            add(part, key, name, name == null ? "" : text);
            part.isOpen |= name == null;
            return;
        }
        common.put(key, text);
    }

    private Part part(Matcher matcher) {
        String steps = matcher.group(1);
        String from = matcher.group(2);
        String last = matcher.group(3);
        if (!STEP.matcher(from).matches() || !STEP.matcher(last).matches()) {
            return unclear(steps, "be whole numbers from 1 to 10^18 - 1; write for instance 1-10");
        }
        if (Long.parseLong(last) < Long.parseLong(from)) {
            return unclear(steps, "end where they begin or later; write " + last + "-" + from);
        }
        return clear.computeIfAbsent(Long.parseLong(from), none -> new TreeMap<>())
                .computeIfAbsent(Long.parseLong(last), none -> new Part(steps));
    }

    private Part unclear(String steps, String rule) {
        return unclear.computeIfAbsent(steps, none -> {
            faults.add("steps (" + steps + ") must " + rule);
            return new Part(steps);
        });
    }

    private void add(Part part, String key, @Nullable String name, String text) {
        if (name != null) {
            part.texts.put(name, text);
        } else if (!text.isEmpty()) {
            faults.add(
                    key + " value (" + text + ") must be empty; write the name of a parameter behind the steps, as in "
                            + key + "." + example());
            part.isOpen = true;
        }
    }

    private String example() {
        return Stream.concat(space.adjustable().stream(), space.parameters().stream())
                .map(Parameter::name)
                .findFirst()
                .orElse("learningRate");
    }

    private void checkSteps() {
        if (clear.isEmpty()) {
            faults.add("steps (none) must be there; write 1-30." + example()
                    + " = and its value, or 1-30 = alone where nothing changes");
        }
        // What ends last so far: several if some begin alike and one of them is a slip, whichever.
        SortedMap<Long, Part> before = new TreeMap<>();
        for (Map.Entry<Long, SortedMap<Long, Part>> alike : clear.entrySet()) {
            checkBeginning(alike.getKey(), alike.getValue(), before);
            checkEnds(alike.getKey(), alike.getValue());
            if (before.isEmpty() || alike.getValue().lastKey() > before.lastKey()) {
                before = alike.getValue();
            }
        }
    }

    private void checkBeginning(long from, SortedMap<Long, Part> alike, SortedMap<Long, Part> before) {
        long next = before.isEmpty() ? 1 : before.lastKey() + 1;
        if (from == next || before.containsKey(from - 1)) {
            return;
        }
        String why =
                before.isEmpty() ? "as steps count from 1" : "after " + first(before.tailMap(before.lastKey())).steps;
        String advice = from > next ? "say what holds at those between" : "let no step be in two segments";
        faults.add("steps (" + first(alike).steps + ") must begin at " + next + ", " + why + "; " + advice);
    }

    private void checkEnds(long from, SortedMap<Long, Part> alike) {
        alike.values().stream()
                .skip(1)
                .forEach(part -> faults.add("steps (" + part.steps + ") must end as " + first(alike).steps
                        + " do, which begin at " + from + " too; write the same steps at all lines of a segment"));
    }

    private static Part first(SortedMap<Long, Part> alike) {
        return alike.values().iterator().next();
    }

    /** Returns the parts that are about one segment, for each. */
    private List<List<Part>> segments() {
        List<List<Part>> segments = new ArrayList<>();
        clear.values().forEach(alike -> segments.add(List.copyOf(alike.values())));
        unclear.values().forEach(part -> segments.add(List.of(part)));
        return segments;
    }

    /** Returns the configuration of each segment, as far as there are values; that of one if there is no segment. */
    private List<Configuration> configurations() {
        Given shared = take("", common);
        Set<String> changing = new HashSet<>();
        Map<Part, Given> own = new HashMap<>();
        List<List<Part>> segments = segments();
        segments.stream().flatMap(List::stream).forEach(part -> own.put(part, take(part, shared, changing)));
        if (segments.isEmpty()) {
            segments.add(List.of());
        }
        List<Configuration> configurations = new ArrayList<>();
        for (List<Part> segment : segments) {
            Given all = segment.stream().map(own::get).reduce(shared, Given::and);
            Set<String> unsaid = new HashSet<>(all.broken());
            if (segment.stream().anyMatch(part -> part.isOpen)) {
                names().filter(name -> !all.has(name)).forEach(unsaid::add);
            }
            Configuration configuration = PropertyLines.configuration(space, all.values());
            ConfigurationCheck.byName(space, configuration, unsaid)
                    .forEach((name, fault) ->
                            faults.add(changing.contains(name) ? segment.get(0).steps + "." + fault : fault));
            configurations.add(configuration);
        }
        common.keySet().forEach(key -> faults.add(ConfigurationCheck.unknown(key, space)));
        segments.stream().flatMap(List::stream).forEach(part -> part.texts
                .keySet()
                .forEach(key -> faults.add(part.steps + "." + ConfigurationCheck.unknown(key, space))));
        return configurations;
    }

    /** Takes the parameters out of the lines of some steps. */
    private Given take(Part part, Given shared, Set<String> changing) {
        Given given = take(part.steps + ".", part.texts);
        names().filter(given::has)
                .filter(changing::add)
                .filter(shared::has)
                .forEach(name -> faults.add(name
                        + " must be given for all steps or for each segment, not both; it is there as " + part.steps
                        + "." + name
                        + " too"));
        return given;
    }

    /** Takes the parameters out of some lines. */
    private Given take(String prefix, Map<String, String> texts) {
        List<String> found = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        Map<String, Object> values = PropertyLines.take(space, texts, found, broken);
        found.forEach(fault -> faults.add(prefix + fault));
        return new Given(values, broken);
    }

    private Stream<String> names() {
        return space.parameters().stream().map(Parameter::name);
    }
}

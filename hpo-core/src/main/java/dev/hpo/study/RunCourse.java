// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.Pruner;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.RunHeader;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings that decide the course of a run beside its space and its seed, by their names. */
final class RunCourse {

    /** A description names the budget, which may be raised while a run goes on. */
    private static final Budget ANY = new Budget(1000, 1);

    private static final String LAMBDA = "$$Lambda";

    private static final String TRIALS = "trials";

    private static final String SAMPLER = "sampler";

    /** Comes after the name of a part, where more is said of it. */
    private static final String OPTIONS = ": ";

    /** Kept, since a run says what it may have had and what was printed of it, but not compared. */
    private static final Set<String> FOR_PEOPLE = Set.of(TRIALS, RunHeader.Basis.SAMPLER_DESCRIPTION);

    private RunCourse() {}

    static Map<String, String> of(Space<?> space, StudySpec spec) {
        Map<String, String> course = new TreeMap<>();
        course.put("version", version());
        course.put("metric", spec.metric());
        course.put("direction", spec.direction().name());
        course.put(RunHeader.Basis.OF, spec.of().name());
        course.put(SAMPLER, sampler(space, spec));
        course.put("pruner", part(spec.pruner()));
        course.put("mode", spec.mode().name());
        course.put(TRIALS, String.valueOf(spec.trials()));
        spec.budget()
                .trainings()
                .ifPresent(trainings -> course.put(RunHeader.Basis.TRAININGS, String.valueOf(trainings)));
        spec.budget().steps().ifPresent(steps -> course.put(RunHeader.Basis.STEPS, String.valueOf(steps)));
        if (spec.mode() == Mode.ORDERED) {
            course.put("window", String.valueOf(spec.window()));
        }
        spec.patience().ifPresent(patience -> course.put("patience", String.valueOf(patience)));
        if (!spec.queued().isEmpty()) {
            course.put(
                    "first tries",
                    spec.queued().stream().map(Configuration::toString).collect(Collectors.joining("; ")));
        }
        return course;
    }

    /**
     * Returns what differs between two courses, for people: {@code sampler (tpe) was gp}.
     *
     * @param then the earlier one
     */
    static List<String> differences(Map<String, String> then, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        names.removeAll(FOR_PEOPLE);
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(then.get(name), now.get(name))) {
                differences.add(
                        name + " (" + now.getOrDefault(name, "none") + ") was " + then.getOrDefault(name, "none"));
            }
        }
        return differences;
    }

    /** Returns whether a run had a sampler of the same class, whatever its options. */
    static boolean isOfKind(Map<String, String> course, Sampler sampler) {
        String then = course.getOrDefault(SAMPLER, "");
        return then.equals(name(sampler)) || then.startsWith(name(sampler) + OPTIONS);
    }

    /** Returns how many trials a run may have had; empty if it does not say so. */
    static OptionalInt trials(Map<String, String> course) {
        String trials = course.getOrDefault(TRIALS, "");
        return trials.matches("[1-9]\\d{0,9}") && Long.parseLong(trials) <= Integer.MAX_VALUE
                ? OptionalInt.of(Integer.parseInt(trials))
                : OptionalInt.empty();
    }

    /** Returns the settings with what a study prints of them. */
    static Map<String, String> described(Space<?> space, StudySpec spec, StudyFacts facts) {
        Map<String, String> course = of(space, spec);
        course.put(RunHeader.Basis.SAMPLER_DESCRIPTION, description(space, spec.sampler(), facts, History.empty()));
        return course;
    }

    /** Returns what chooses the configurations, in a few words. */
    static String description(Space<?> space, Sampler sampler, StudyFacts facts, History history) {
        boolean ignoresEarlier = !facts.earlier().isEmpty() && !sampler.learnsFromEarlier();
        return sampler.describe(space, facts, history)
                + (ignoresEarlier ? "; it does not learn from earlier studies" : "");
    }

    /** The options of one of ours are in its text; what somebody else's are, its description says most likely. */
    private static String sampler(Space<?> space, StudySpec spec) {
        Sampler sampler = spec.sampler();
        StudyFacts facts = new StudyFacts(spec.name(), new Aim(spec.direction(), spec.of()), 0, ANY, List.of());
        return isOfLibrary(sampler) || hasText(sampler)
                ? part(sampler)
                : name(sampler) + OPTIONS + sampler.describe(space, facts);
    }

    private static String part(Object part) {
        return hasText(part) ? name(part) + OPTIONS + part : name(part);
    }

    /** That of a lambda ends in a number and an address, which are others in each process. */
    private static String name(Object part) {
        Class<?> type = part.getClass();
        String name = isOfLibrary(part) ? type.getSimpleName() : type.getName();
        int lambda = name.indexOf(LAMBDA);
        return lambda < 0 ? name : name.substring(0, lambda + LAMBDA.length());
    }

    private static boolean isOfLibrary(Object part) {
        String inPackage = part.getClass().getPackageName();
        return inPackage.equals(Sampler.class.getPackageName()) || inPackage.equals(Pruner.class.getPackageName());
    }

    /** What every object has says nothing of it, and is another one in each process. */
    private static boolean hasText(Object part) {
        return !part.getClass().isHidden()
                && !part.toString().startsWith(part.getClass().getName() + "@");
    }

    private static String version() {
        return Optional.ofNullable(RunCourse.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.space.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The pruners that can be chosen by name: {@code auto}, {@code curves}, {@code median}, {@code percentile}, {@code threshold}, {@code patient}, {@code asha},
 * {@code hyperband}, {@code wilcoxon}, {@code racing}, {@code none}; and their options.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Pruners {

    private static final String PROBABILITY = "a number above 0 and below ";
    private static final String WARMUP = "warmup";
    private static final String INTERVAL = "interval";
    private static final String STARTUP = "startup";
    private static final String MINIMUM = "minimum";
    private static final String MIN_STEPS = "min-steps";
    private static final String FACTOR = "factor";
    private static final String LEARNED = "what complete trials say";

    private static final PrunerKind<PatientPruner> PATIENT = new PrunerKind<>(
                    "patient", PatientPruner.class, PatientPruner::new)
            .count("patience", 1, "5", PatientPruner::withPatience)
            .real("delta", "a finite number of at least 0", "0", PatientPruner::withDelta);

    private static final PrunerOption WRAPPED =
            new PrunerOption("wrapped", "the name of a pruner, which takes all other options", "median");

    private static final List<PrunerKind<?>> KINDS = List.of(
            new PrunerKind<>("auto", AutoPruner.class, AutoPruner::new)
                    .real("chance", PROBABILITY + "0.25", "0.05", AutoPruner::withChance)
                    .count(STARTUP, AutoPruner.STARTUP, "6", AutoPruner::withStartupTrials)
                    .whole(WARMUP, 0, "0", AutoPruner::withWarmupSteps),
            new PrunerKind<>("curves", CurvesPruner.class, CurvesPruner::new)
                    .real("chance", PROBABILITY + "0.5", "0.1", CurvesPruner::withChance),
            new PrunerKind<>("median", MedianPruner.class, MedianPruner::new)
                    .count(STARTUP, 1, "5", MedianPruner::withStartupTrials)
                    .count(MINIMUM, 1, "5", MedianPruner::withMinimumTrials)
                    .whole(WARMUP, 0, "0", MedianPruner::withWarmupSteps)
                    .whole(INTERVAL, 1, "1", MedianPruner::withInterval),
            new PrunerKind<>("percentile", PercentilePruner.class, PercentilePruner::new)
                    .real("percentile", PROBABILITY + "100", "25", PercentilePruner::withPercentile)
                    .count(STARTUP, 1, "5", PercentilePruner::withStartupTrials)
                    .count(MINIMUM, 1, "5", PercentilePruner::withMinimumTrials)
                    .whole(WARMUP, 0, "0", PercentilePruner::withWarmupSteps)
                    .whole(INTERVAL, 1, "1", PercentilePruner::withInterval),
            new PrunerKind<>("threshold", ThresholdPruner.class, ThresholdPruner::new)
                    .real("lower", "a number, not above the upper bound", "-Infinity", ThresholdPruner::withLower)
                    .real("upper", "a number, not below the lower bound", "Infinity", ThresholdPruner::withUpper)
                    .whole(WARMUP, 0, "0", ThresholdPruner::withWarmupSteps)
                    .whole(INTERVAL, 1, "1", ThresholdPruner::withInterval),
            PATIENT,
            new PrunerKind<>("asha", SuccessiveHalvingPruner.class, SuccessiveHalvingPruner::new)
                    .whole(MIN_STEPS, 1, LEARNED, SuccessiveHalvingPruner::withMinimumSteps)
                    .count(FACTOR, 2, "3", SuccessiveHalvingPruner::withReductionFactor)
                    .count("rate", 0, "0", SuccessiveHalvingPruner::withEarlyStoppingRate),
            new PrunerKind<>("hyperband", HyperbandPruner.class, HyperbandPruner::new)
                    .whole(MIN_STEPS, 1, "1", HyperbandPruner::withMinimumSteps)
                    .whole("max-steps", 1, LEARNED, HyperbandPruner::withMaximumSteps)
                    .count(FACTOR, 2, "3", HyperbandPruner::withReductionFactor),
            new PrunerKind<>("wilcoxon", WilcoxonPruner.class, WilcoxonPruner::new)
                    .real("threshold", PROBABILITY + "1", "0.1", WilcoxonPruner::withThreshold)
                    .count("startup-steps", 2, "2", WilcoxonPruner::withStartupSteps),
            new PrunerKind<>("racing", RacingPruner.class, RacingPruner::new)
                    .real("level", PROBABILITY + "0.5", "0.05", RacingPruner::withLevel)
                    .real(
                            "test-to-training",
                            "a finite number of at least 0",
                            "1 to all other folds",
                            RacingPruner::withTestToTraining),
            new PrunerKind<>("none", NopPruner.class, NopPruner::new));

    private Pruners() {}

    /** Returns the names, the default first. */
    public static List<String> names() {
        return KINDS.stream().map(PrunerKind::name).toList();
    }

    /**
     * Returns the options of a pruner.
     *
     * @param name one of {@link #names}
     * @throws IllegalArgumentException if there is none of that name; the message names the nearest
     */
    public static List<PrunerOption> options(String name) {
        PrunerKind<?> kind = kind(name);
        List<PrunerOption> options = new ArrayList<>(kind.options());
        if (kind == PATIENT) {
            options.add(WRAPPED);
        }
        return List.copyOf(options);
    }

    /** Returns the name of a class of pruners; empty if it has none. */
    public static Optional<String> nameOf(Class<?> type) {
        return KINDS.stream()
                .filter(kind -> kind.type() == type)
                .map(PrunerKind::name)
                .findFirst();
    }

    /**
     * Returns a new pruner with its default options.
     *
     * @param name one of {@link #names}
     * @throws IllegalArgumentException if there is none of that name; the message names the nearest
     */
    public static Pruner named(String name) {
        return named(name, Map.of());
    }

    /**
     * Returns a new pruner.
     *
     * @param name one of {@link #names}
     * @param options values of its options, by their names; those that are not there have their defaults
     * @throws IllegalArgumentException if there is none of that name, if it has no such option, or if a value is not right; the message names what
     *     there is
     */
    public static Pruner named(String name, Map<String, String> options) {
        PrunerKind<?> kind = kind(name);
        return kind == PATIENT ? patient(options) : made(kind, options);
    }

    private static <P extends Pruner> P made(PrunerKind<P> kind, Map<String, String> options) {
        return kind.set(kind.usual(), options);
    }

    /** What is no option of its own is one of the pruner that it wraps. */
    private static PatientPruner patient(Map<String, String> options) {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>(options);
        others.remove(WRAPPED.name());
        options.keySet().stream()
                .filter(PATIENT::has)
                .forEach(option -> own.put(option, options.getOrDefault(option, "")));
        others.keySet().removeAll(own.keySet());
        Pruner wrapped = named(options.getOrDefault(WRAPPED.name(), WRAPPED.usual()), others);
        return PATIENT.set(new PatientPruner(wrapped), own);
    }

    private static PrunerKind<?> kind(String name) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        String advice = NearestName.of(name, names())
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
        return new IllegalArgumentException(
                "pruner (" + name + ") must be one of " + String.join(", ", names()) + advice);
    }
}

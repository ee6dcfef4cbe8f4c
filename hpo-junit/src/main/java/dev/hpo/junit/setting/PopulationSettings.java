// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.junit.ExplorerKind;
import dev.hpo.junit.PopulationTest;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.population.Explorer;
import dev.hpo.population.Nudge;
import dev.hpo.population.Pace;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.population.PopulationPlan.Size;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a population is set to: a configuration parameter where one is given, else the annotation's attribute. */
@API(status = Status.INTERNAL, since = "0.1")
public final class PopulationSettings {

    /** So many train at once in a panda: the control and the nudge. */
    private static final int PAIR = 2;

    /** More replays are a mistake. */
    private static final int MOST = 1000;

    private static final double[] DRIFT = {0.5, 2};
    private static final double[] PERTURB = {0.8, 1.2};

    private final PopulationTest declared;
    private final GivenValues values;

    PopulationSettings(PopulationTest declared, GivenValues values) {
        this.declared = declared;
        this.values = values;
    }

    /** Returns how many trials can run at once. */
    int atOnce() {
        return Math.max(PAIR, members());
    }

    private int members() {
        return count(Setting.MEMBERS, declared.members());
    }

    boolean isPanda() {
        return members() == 1;
    }

    private int count(Setting setting, int attribute) {
        return (int) values.whole(setting, attribute, 1, Integer.MAX_VALUE);
    }

    /**
     * Checks the values, and that what is said of a panda and of several members is said where it holds.
     *
     * @throws TuningConfigurationException if something is not right
     */
    void check() {
        if (isPanda()) {
            requireNone("a panda, which has one member", Setting.ASYNCHRONOUS, Setting.EXPLORER, Setting.FACTORS);
            boolean isOfSeveral = declared.asynchronous()
                    || declared.explorer() != ExplorerKind.DRIFT
                    || declared.factors().length > 0;
            requireNot(
                    declared.members() == 1 && isOfSeveral,
                    "asynchronous, explorer and factors must be left out where members is 1, as there is nobody to wait for or to copy");
        } else {
            requireNone("a population of several members", Setting.CHILDREN, Setting.PATIENCE, Setting.NUDGE);
            boolean isOfPanda = declared.children() != PandaRules.USUAL.children()
                    || declared.patience() != PandaRules.USUAL.patience();
            requireNot(
                    declared.members() != 1 && isOfPanda,
                    "children and patience must be left out where members is not 1, as they are of a panda");
        }
        rules();
        replays();
        explorer();
        pace();
        size();
        nudge().filter(wanted -> values.flag(Setting.JOIN, false)).ifPresent(wanted -> {
            throw new TuningConfigurationException(
                    Setting.NUDGE.key() + " (" + wanted + ") must not be given with "
                            + Setting.JOIN.key() + " for " + values.test()
                            + ", as those that share a run cannot tell which segment is the next; end the others, and run one alone.");
        });
    }

    private void requireNone(String kind, Setting... settings) {
        for (Setting setting : settings) {
            values.text(setting).ifPresent(given -> {
                throw new TuningConfigurationException(setting.key() + " (" + given + ") must not be given for "
                        + values.test() + ", which is " + kind
                        + "; leave it out, also in junit-platform.properties, or change "
                        + values.option(Setting.MEMBERS) + ".");
            });
        }
    }

    private void requireNot(boolean isSo, String rule) {
        if (isSo) {
            throw bad(rule);
        }
    }

    private TuningConfigurationException bad(String rule) {
        return new TuningConfigurationException("@PopulationTest " + rule + "; change it at " + values.test() + ".");
    }

    /**
     * Returns how the population is raised.
     *
     * @param space the space to search
     * @throws TuningConfigurationException if nothing of the space may change while a model trains, or not what is to be nudged
     */
    public PopulationPlan plan(Space<?> space) {
        PopulationPlan plan = new PopulationPlan(
                size(), adjustable(space), pace(), explorer(), isPanda() ? rules() : PandaRules.USUAL);
        return nudge().map(wanted -> nudged(plan, wanted, space)).orElse(plan);
    }

    private PopulationPlan nudged(PopulationPlan plan, Nudge wanted, Space<?> space) {
        try {
            PopulationPlan nudged = plan.withPanda(plan.panda().withNudge(wanted));
            nudged.requireFit(space);
            return nudged;
        } catch (IllegalArgumentException e) {
            throw new TuningConfigurationException(
                    Setting.NUDGE.key() + " (" + wanted + ") must be something that can be tried: " + e.getMessage()
                            + ".",
                    e);
        }
    }

    private Set<String> adjustable(Space<?> space) {
        try {
            Set<String> names = space.adjustable().stream().map(Parameter::name).collect(Collectors.toSet());
            if (names.isEmpty()) {
                throw new TuningConfigurationException("@PopulationTest of " + values.test()
                        + " must have a parameter that may change while a model trains, but " + space.typeName()
                        + " has none; write @Adjustable at one, such as the learning rate, and compile it again.");
            }
            return names;
        } catch (IllegalStateException e) {
            throw new TuningConfigurationException(
                    "@PopulationTest of " + values.test() + ": " + e.getMessage() + ".", e);
        }
    }

    private Size size() {
        int generations = count(Setting.GENERATIONS, declared.generations());
        long segment = values.whole(Setting.SEGMENT, declared.segment(), 1, Long.MAX_VALUE);
        try {
            return new Size(members(), generations, segment);
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    /** Returns how many times the schedule that was found is trained with from its beginning. */
    public int replays() {
        return (int) values.whole(Setting.REPLAYS, declared.replays(), 0, MOST);
    }

    private PandaRules rules() {
        int children = count(Setting.CHILDREN, declared.children());
        int patience = (int) values.whole(Setting.PATIENCE, declared.patience(), 0, Integer.MAX_VALUE);
        PandaRules usual = PandaRules.USUAL;
        return new PandaRules(
                children,
                patience == 0 ? Integer.MAX_VALUE : patience,
                usual.factor(),
                usual.margin(),
                Optional.empty());
    }

    private Pace pace() {
        return values.flag(Setting.ASYNCHRONOUS, declared.asynchronous()) ? Pace.ASYNCHRONOUS : Pace.SYNCHRONOUS;
    }

    private Explorer explorer() {
        ExplorerKind kind =
                values.parsed(Setting.EXPLORER, PopulationSettings::kind).orElse(declared.explorer());
        Optional<double[]> given = values.parsed(Setting.FACTORS, PopulationSettings::factors);
        boolean isOfAnnotation =
                declared.factors().length > 0 && values.text(Setting.EXPLORER).isEmpty();
        if (isOfAnnotation && !isRight(declared.factors())) {
            throw values.bad(Setting.FACTORS, Arrays.toString(declared.factors()));
        }
        Optional<double[]> factors =
                given.or(() -> isOfAnnotation ? Optional.of(declared.factors()) : Optional.empty());
        boolean isMultiplying = kind == ExplorerKind.DRIFT || kind == ExplorerKind.PERTURB;
        if (factors.isPresent() && !isMultiplying) {
            String what = given.isPresent() ? Setting.FACTORS.key() : "@PopulationTest factors";
            throw new TuningConfigurationException(what + " (" + Arrays.toString(factors.get())
                    + ") must be left out with the explorer " + kind.name().toLowerCase(Locale.ROOT)
                    + ", which multiplies nothing; remove one of the two at " + values.test() + ".");
        }
        return switch (kind) {
            case DRIFT -> drift(factors.orElse(DRIFT));
            case PERTURB -> perturb(factors.orElse(PERTURB));
            case RESAMPLE -> new Explorer.Resample();
            case MODEL -> new Explorer.Model();
        };
    }

    private static Explorer drift(double... factors) {
        return new Explorer.Drift(factors[0], factors[1]);
    }

    private static Explorer perturb(double... factors) {
        return new Explorer.Perturb(factors[0], factors[1]);
    }

    private static Optional<ExplorerKind> kind(String name) {
        return Arrays.stream(ExplorerKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static Optional<double[]> factors(String text) {
        try {
            double[] factors = Settings.names(text).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Optional.of(factors).filter(PopulationSettings::isRight);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isRight(double... factors) {
        return factors.length == 2
                && factors[0] > 0
                && factors[0] < 1
                && factors[1] > 1
                && DoubleStream.of(factors).allMatch(Double::isFinite);
    }

    /** Returns what a human wants to be tried in the next segment of a panda. */
    private Optional<Nudge> nudge() {
        return values.parsed(Setting.NUDGE, text -> {
            try {
                return Optional.of(Nudge.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** Returns the settings that only a population has. */
    static List<Setting> own() {
        return List.of(
                Setting.MEMBERS,
                Setting.GENERATIONS,
                Setting.SEGMENT,
                Setting.ASYNCHRONOUS,
                Setting.EXPLORER,
                Setting.FACTORS,
                Setting.CHILDREN,
                Setting.REPLAYS,
                Setting.NUDGE);
    }
}

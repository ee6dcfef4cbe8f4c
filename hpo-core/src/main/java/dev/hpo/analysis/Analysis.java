// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.numeric.Purpose;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a study tells about its hyperparameters. Immutable; the same for the same study, seed and trials.
 *
 * <p>All of it is told by a model of the values over the whole search space, where every value of a hyperparameter counts as much as any
 * other on its scale. The model is of the ranks of the values, so that a few very bad trials do not decide everything, and of the ranks that
 * they would have if configurations had been drawn at random, so that it makes no difference how often a sampler has tried good ones. Pruned
 * trials are taken as no better than the median of the complete ones, failed ones are left out.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Analysis {

    /** What two hyperparameters certainly explain together that is worth a word. */
    private static final double STRONG = 0.1;

    /** Of two that vary, their only pair would get all that the trees make of chance. */
    private static final int FEWEST_TO_PAIR = 3;

    private final Table table;
    private final Evaluated evaluated;
    private final Importance importance;
    private final Optional<Surrogate> surrogate;

    private final Since since;

    /** Kept, as each report asks for findings; null before anybody has. Threads that ask at once find the same. */
    private volatile @Nullable List<Interaction> interactions;

    private Analysis(
            Table table, Evaluated evaluated, Importance importance, Optional<Surrogate> surrogate, Since since) {
        this.table = table;
        this.evaluated = evaluated;
        this.importance = importance;
        this.surrogate = surrogate;
        this.since = since;
    }

    /**
     * Analyses a study.
     *
     * @param space the space that is searched
     * @param history the trials so far; there may be none
     * @param facts the study's aim and seed
     */
    public static Analysis of(Space<?> space, History history, StudyFacts facts) {
        Encoding encoding = Encoding.of(space);
        Table table = Table.of(encoding, facts.aim(), history);
        Evaluated evaluated = new Evaluated(table);
        Optional<String> shortage = evaluated.shortage();
        if (shortage.isPresent()) {
            return without(table, evaluated, shortage.get());
        }
        RandomGenerator random = Purpose.ANALYSIS.generator(facts.seed());
        Surrogate surrogate = new Surrogate(new Lattice(encoding), evaluated.sample(), random);
        if (surrogate.trees().isEmpty()) {
            return without(table, evaluated, Evaluated.TOO_ALIKE);
        }
        Importance importance = new FunctionalAnova(evaluated, surrogate, random).importance();
        return new Analysis(table, evaluated, importance, Optional.of(surrogate), Since.NOTHING);
    }

    private static Analysis without(Table table, Evaluated evaluated, String shortage) {
        return new Analysis(
                table, evaluated, Importance.none(shortage, evaluated.size()), Optional.empty(), Since.NOTHING);
    }

    /**
     * Returns this analysis for people who take another trial than the one with the best value, as after a confirmation: whether the best is at the end of a range is
     * asked of that one.
     *
     * @param trial its number; that of a complete trial
     */
    public Analysis taking(int trial) {
        return with(new Since(OptionalInt.of(trial), since.runs()));
    }

    /**
     * Returns this analysis for people who have run configurations of the study again, as to confirm what it has found: what runs of one configuration differ by is the noise that the
     * lead of the best trial is compared with.
     *
     * @param runs the runs so far, also of configurations that no trial has, as of a start; those without a value are left out
     */
    public Analysis knowing(History runs) {
        return with(new Since(since.taken(), runs.trials()));
    }

    private Analysis with(Since other) {
        return new Analysis(table, evaluated, importance, surrogate, other);
    }

    /** Returns how much each hyperparameter matters. */
    public Importance importance() {
        return importance;
    }

    /**
     * Returns how much pairs of the five hyperparameters that explain most in total do together beyond what each does alone, the strongest
     * first; empty if nothing can be said.
     */
    public List<Interaction> interactions() {
        List<Interaction> known = interactions;
        if (known == null) {
            known = effects()
                    .map(effects -> effects.interactions(importance.parameters()))
                    .orElse(List.of());
            interactions = known;
        }
        return known;
    }

    /**
     * Returns what values are to be expected along a hyperparameter; empty if nothing can be said of it.
     *
     * @param parameter one of the space
     */
    public Optional<MarginalEffect> effect(Parameter<?> parameter) {
        return isTold(parameter)
                ? effects().map(effects -> effects.effect(table.encoding().place(parameter)))
                : Optional.empty();
    }

    /**
     * Returns what values are to be expected at pairs of values of two hyperparameters; empty if nothing can be said of one of them, if they
     * are the same, or if they never exist together.
     *
     * @param one one of the space
     * @param other another one
     */
    public Optional<EffectSurface> surface(Parameter<?> one, Parameter<?> other) {
        return isTold(one) && isTold(other) && !one.equals(other)
                ? effects()
                        .flatMap(effects -> effects.surface(
                                table.encoding().place(one), table.encoding().place(other)))
                : Optional.empty();
    }

    /**
     * Returns the objective value that random search is as likely as not to have reached, as far as the trials here tell; empty if nothing can
     * be said. Fewer trials than were made here can be asked for; of more the answer would be a guess.
     *
     * @param trials how many trials it is given, at least 1
     */
    public OptionalDouble randomSearch(int trials) {
        if (trials < 1) {
            throw new IllegalArgumentException("trials (" + trials + ") must be at least 1");
        }
        double rank = -Math.expm1(Math.log(0.5) / trials);
        return surrogate.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(scale(surrogate.get()).at(rank));
    }

    /** Returns what is worth a thought, by kinds in the order of {@link Finding.Kind}. */
    public List<Finding> findings() {
        if (evaluated.isOfParts()) {
            return List.of();
        }
        List<Finding> all = new ArrayList<>();
        surrogate.ifPresent(
                model -> all.addAll(Ranges.of(model.lattice(), evaluated.rows(), importance, since.taken())));
        together().ifPresent(all::add);
        againstRandomSearch().ifPresent(all::add);
        all.addAll(Lead.of(evaluated.rows(), since.runs()));
        all.addAll(Course.of(table));
        Stops.of(table).ifPresent(all::add);
        all.sort(Comparator.comparing(Finding::kind));
        return List.copyOf(all);
    }

    private Optional<Finding> together() {
        if (importance.parameters().size() < FEWEST_TO_PAIR) {
            return Optional.empty();
        }
        return interactions().stream()
                .findFirst()
                .filter(strongest -> strongest.share().low() >= STRONG)
                .map(strongest -> Finding.of(Finding.Kind.INTERACTION, ImportanceWords.of(strongest)));
    }

    private Optional<Finding> againstRandomSearch() {
        Direction direction = table.aim().direction();
        OptionalDouble expected = surrogate.isEmpty() ? OptionalDouble.empty() : randomSearch(evaluated.size());
        OptionalDouble best = evaluated.best();
        if (expected.isEmpty() || best.isEmpty()) {
            return Optional.empty();
        }
        double reached = direction.asLoss(best.getAsDouble());
        String verdict = direction.isBetter(reached, expected.getAsDouble()) ? "is better" : "is no better";
        return Optional.of(Finding.of(
                Finding.Kind.RANDOM_SEARCH,
                String.format(
                        Locale.ROOT,
                        "random search of %d trials would as likely as not have come to %.4g; the best here, %.4g, %s",
                        evaluated.size(),
                        expected.getAsDouble(),
                        reached,
                        verdict)));
    }

    private boolean isTold(Parameter<?> parameter) {
        return importance.of(parameter.name()).isPresent();
    }

    private Optional<Effects> effects() {
        return surrogate.map(model -> new Effects(model, scale(model)));
    }

    private ValueScale scale(Surrogate model) {
        return new ValueScale(evaluated.rows(), model.sample(), table.aim().direction());
    }

    /**
     * What is known of a study since its search.
     *
     * @param taken the number of the trial to take, where it is known that this is not simply the one with the best value
     * @param runs runs that were made of its configurations
     */
    private record Since(OptionalInt taken, List<TrialRecord> runs) {

        static final Since NOTHING = new Since(OptionalInt.empty(), List.of());
    }
}

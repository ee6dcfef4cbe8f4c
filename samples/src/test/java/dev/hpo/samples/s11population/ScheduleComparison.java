// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s11population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.population.Explorer;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.samples.s10panda.DigitReader;
import dev.hpo.samples.s10panda.PaceConfigSpace;
import dev.hpo.samples.s11population.Contestant.Outcome;
import dev.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Populations and usual schedules at equal compute: each has eight trainings' worth of epochs, chooses by the validation digits, and is judged by the test digits.
 *
 * <p>It takes minutes and checks no more than the compute, so that it runs only when it is asked for: {@code -Dtest=ScheduleComparison}, with {@code -Dseeds=2} for fewer of
 * them. Each contestant prints a row of the table in docs/benchmarks.md.
 */
class ScheduleComparison {
    private static final int TRAININGS = 8;
    private static final int SEEDS = Integer.getInteger("seeds", 10);
    private static final int GENERATIONS = 20;
    private static final int CHILDREN = 4; // with their controls

    static List<Contestant> contestants() {
        PopulationPlan eight = plan(TRAININGS, GENERATIONS);
        PandaRules four = PandaRules.USUAL.withChildren(CHILDREN);
        return List.of(
                TunedForm.constant(TRAININGS),
                TunedForm.stepDecay(TRAININGS),
                TunedForm.cosine(TRAININGS),
                new Raised("population of 8", eight),
                new Raised("population of 8, model (PB2)", eight.withExplorer(new Explorer.Model())),
                new Raised("panda, 4 children", plan(1, GENERATIONS).withPanda(four)),
                new Raised(
                        "panda, 4 children, 10 days", plan(1, GENERATIONS / 2).withPanda(four)));
    }

    private static PopulationPlan plan(int members, int generations) {
        Set<String> adjustable =
                PaceConfigSpace.SPACE.adjustable().stream().map(Parameter::name).collect(Collectors.toSet());
        return PopulationPlan.of(members, generations, Contestant.EPOCHS / generations, adjustable);
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void row(Contestant contestant) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            outcomes.add(contestant.run(seed));
        }
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.epochs())
                .as("epochs in all")
                .isLessThanOrEqualTo(TRAININGS * Contestant.EPOCHS));
        System.out.println(row(contestant.name(), outcomes));
    }

    private static String row(String name, List<Outcome> outcomes) {
        return "| "
                + String.join(
                        " | ",
                        name,
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                mean(outcomes, outcome -> outcome.epochs() / (double) Contestant.EPOCHS)),
                        cell(outcomes, Outcome::validation, 4),
                        cell(outcomes, outcome -> loss(outcome.shipped()), 4),
                        cell(outcomes, outcome -> error(outcome.shipped()), 2),
                        cell(outcomes, outcome -> loss(outcome.anew()), 4),
                        cell(outcomes, outcome -> error(outcome.anew()), 2))
                + " |";
    }

    private static double loss(DigitReader reader) {
        return reader.loss(Contestant.DIGITS.test());
    }

    /** In percent. */
    private static double error(DigitReader reader) {
        return 100 * (1 - reader.accuracy(Contestant.DIGITS.test()));
    }

    /** A mean and its standard error. */
    private static String cell(List<Outcome> outcomes, ToDoubleFunction<Outcome> value, int decimals) {
        double mean = mean(outcomes, value);
        double squares = outcomes.stream()
                .mapToDouble(value)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        double error = Math.sqrt(squares / (outcomes.size() - 1) / outcomes.size());
        return String.format(Locale.ROOT, "%." + decimals + "f ± %." + decimals + "f", mean, error);
    }

    private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        return outcomes.stream().mapToDouble(value).average().orElseThrow();
    }
}

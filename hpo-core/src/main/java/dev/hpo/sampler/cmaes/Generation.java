// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import dev.hpo.numeric.Purpose;
import java.util.random.RandomGenerator;

/**
 * The distributions that the trials of one generation are drawn from. Immutable.
 *
 * @param index the place among all generations, from 0
 * @param descent the search that it belongs to
 * @param weights the constants of its population
 * @param gaussian the distribution of the numbers
 * @param categories the distribution of the choices
 */
record Generation(int index, Descent descent, Weights weights, Gaussian gaussian, Categories categories) {

    private static final double POPULATION_SHARE = 0.7;
    private static final int LEAST_POPULATION = 4;

    /** Below which share of their ranges the spreads of all numbers without gaps make a search end. */
    private static final double NARROW = 1e-3;

    private static final double WIDEST = 1e3;
    private static final int DRAWS = 10;

    /** Returns the first generation of all. */
    static Generation first(Layout layout, double[] mean) {
        return begin(0, Descent.first(population(layout)), layout, mean);
    }

    private static Generation begin(int index, Descent descent, Layout layout, double[] mean) {
        Descent.Plan plan = descent.plan();
        return new Generation(
                index,
                descent,
                new Weights(Math.max(1, mean.length), plan.population()),
                Gaussian.around(mean, plan.width()),
                Categories.uniform(layout.choices()));
    }

    /** Returns the usual population: seven tenths of Hansen's, as few hundred trials want many generations rather than large ones. */
    private static int population(Layout layout) {
        int coordinates = Math.max(1, layout.numbers() + layout.choices().length);
        return Math.max(LEAST_POPULATION, (int) (POPULATION_SHARE * (4 + Math.floor(3 * Math.log(coordinates)))));
    }

    /** Returns how many results the next generation takes. */
    int population() {
        return descent.plan().population();
    }

    /** Returns whether this is the first generation of a search. */
    boolean isBeginning() {
        return descent.generations() == 0;
    }

    /**
     * Returns a draw, always the same for the same numbers.
     *
     * <p>Numbers without gaps that fall outside their ranges are drawn anew with all others a few times, then mirrored.
     */
    Member draw(Layout layout, long seed, int member, int attempt) {
        RandomGenerator random = Purpose.MEMBER.generator(seed, index, member, attempt);
        double[] numbers = gaussian.draw(random);
        for (int draw = 1; draw < DRAWS && !layout.isInside(numbers); draw++) {
            numbers = gaussian.draw(random);
        }
        layout.mirror(numbers);
        return new Member(numbers, categories.draw(random));
    }

    /**
     * Returns the generation that follows, the first of another search if this one has ended.
     *
     * @param ranked as many members as {@link #population}
     * @param best the smallest loss among them, infinite if there is none
     */
    Generation next(Layout layout, Ranked ranked, double best, long seed) {
        Descent now = descent.after(best);
        Gaussian updated = gaussian.updated(ranked, weights);
        if (!now.isStuck(layout.numbers()) && updated.isSound() && updated.sigma() < WIDEST) {
            double margin = 1.0 / (population() * (double) Math.max(1, layout.numbers()));
            Gaussian kept = new Margin(layout.borders(), margin).applied(updated);
            if (!isNarrow(kept, layout)) {
                return new Generation(index + 1, now, weights, kept, categories.updated(ranked, weights));
            }
        }
        RandomGenerator random = Purpose.RESTART.generator(seed, index + 1);
        double[] mean = random.doubles(layout.numbers()).toArray();
        return begin(index + 1, now.next(population(layout), random), layout, mean);
    }

    private static boolean isNarrow(Gaussian gaussian, Layout layout) {
        boolean any = false;
        for (int at = 0; at < layout.numbers(); at++) {
            if (layout.isSmooth(at)) {
                any = true;
                if (gaussian.spread(at) > NARROW) {
                    return false;
                }
            }
        }
        return any;
    }
}

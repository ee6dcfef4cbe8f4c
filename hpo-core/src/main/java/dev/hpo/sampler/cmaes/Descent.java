// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import java.util.random.RandomGenerator;

/**
 * How far a search from one start has come, and what the starts before it have cost. Immutable.
 *
 * <p>After the first, searches alternate between large and small populations, whichever have had fewer trials: the large ones
 * double each time, the small ones have random sizes and narrower starts.
 *
 * <p>Source: Hansen, "Benchmarking a BI-population CMA-ES on the BBOB-2009 function testbed", GECCO 2009.
 *
 * @param plan the population and width to begin with
 * @param spent the trials of earlier searches
 * @param generations how many generations this search has had
 * @param best the smallest loss in this search
 * @param since how many generations ago it was found
 */
record Descent(Plan plan, Spent spent, int generations, double best, int since) {

    private static final double WIDTH = 1.0 / 6;
    private static final int PATIENCE = 10;
    private static final int MOST_DOUBLINGS = 8;

    /**
     * How to search.
     *
     * @param population the trials of a generation
     * @param width the standard deviation of all numbers at first
     * @param large whether this is one of the large ones
     */
    record Plan(int population, double width, boolean large) {}

    /**
     * What searches have cost.
     *
     * @param doublings how many large ones there were
     * @param large the trials of large ones
     * @param small the trials of small ones
     */
    record Spent(int doublings, long large, long small) {}

    /** Returns the first search, with the usual population. */
    static Descent first(int population) {
        return begin(new Plan(population, WIDTH, false), new Spent(0, 0, 0));
    }

    private static Descent begin(Plan plan, Spent spent) {
        return new Descent(plan, spent, 0, Double.POSITIVE_INFINITY, 0);
    }

    /** Returns this search after another generation. */
    Descent after(double bestOfGeneration) {
        boolean better = bestOfGeneration < best;
        return new Descent(plan, spent, generations + 1, better ? bestOfGeneration : best, better ? 0 : since + 1);
    }

    /** Returns whether nothing better was found for long (Hansen's tutorial, appendix B.3, TolHistFun and Stagnation). */
    boolean isStuck(int coordinates) {
        return since >= PATIENCE + Math.ceil(30.0 * coordinates / plan.population());
    }

    /** Returns the search to come after this one. */
    Descent next(int usual, RandomGenerator random) {
        long cost = (long) generations * plan.population();
        boolean first = spent.doublings() == 0;
        Spent total = new Spent(
                spent.doublings(),
                spent.large() + (plan.large() ? cost : 0),
                spent.small() + (plan.large() || first ? 0 : cost));
        int doubled = usual << Math.min(MOST_DOUBLINGS, total.doublings());
        if (first || total.large() <= total.small()) {
            Spent more = new Spent(total.doublings() + 1, total.large(), total.small());
            return begin(new Plan(2 * doubled, WIDTH, true), more);
        }
        double u = random.nextDouble();
        int small = (int) (usual * Math.pow(0.5 * doubled / usual, u * u));
        double width = WIDTH * Math.pow(10, -2 * random.nextDouble());
        return begin(new Plan(Math.max(usual, small), width, false), total);
    }
}

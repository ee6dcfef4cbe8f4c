// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Childhood.Decision;
import dev.hpo.population.Childhood.Verdict;
import dev.hpo.space.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parameter is nudged next, and how far. What has helped is done again. What made no difference is done twice as far when it is the parameter's turn
 * again, and what has harmed the other way.
 */
final class Turns {

    /** The logarithm of the largest factor, which is 4. */
    private static final double FARTHEST = StrictMath.log(4);

    private final List<Parameter<?>> parameters;
    private final double first;
    private final Map<String, Double> steps = new HashMap<>();
    private int turn;

    private Turns(List<Parameter<?>> parameters, double factor) {
        this.parameters = parameters;
        this.first = StrictMath.log(factor);
    }

    /**
     * Follows what was decided of a child.
     *
     * @param parameters those that may change, at least one
     * @param factor by which a number is nudged at first
     */
    static Turns after(List<Decision> decisions, List<Parameter<?>> parameters, double factor) {
        Turns turns = new Turns(parameters, factor);
        decisions.forEach(turns::follow);
        return turns;
    }

    private void follow(Decision decision) {
        double step = step();
        boolean isUp = step > 0;
        boolean isFarthest = Math.abs(step) >= Math.max(first, FARTHEST);
        double next;
        if (decision.sign() > 0) {
            next = isUp ? first : -first;
        } else if (decision.sign() < 0 || isFarthest) {
            next = isUp ? -first : first;
        } else {
            double far = Math.min(2 * Math.abs(step), Math.max(first, FARTHEST));
            next = isUp ? far : -far;
        }
        steps.put(parameter().name(), next);
        turn += decision.verdict() == Verdict.CONTROL ? 1 : 0;
    }

    /** Down at first, as what changes while a model trains is what decays, most often. */
    private double step() {
        return steps.getOrDefault(parameter().name(), -first);
    }

    /** Returns the parameter whose turn it is. */
    Parameter<?> parameter() {
        return parameters.get(turn % parameters.size());
    }

    /** Returns the factor that it is to be multiplied by. */
    double factor() {
        return StrictMath.exp(step());
    }
}

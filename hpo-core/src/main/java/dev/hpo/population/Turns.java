// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Childhood.Decision;
import dev.hpo.population.Childhood.Verdict;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which parameter is nudged next, and how far. What has helped is done again. What made no difference is done twice as far when it is the parameter's turn
 * again, and what has harmed the other way. What was done is read from the segments, as it need not be what was next by turns: a bound, or the configuration's type, may have been in the way.
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
     * Follows what was decided of a child. What a human wanted to be tried is no turn.
     *
     * @param parameters those that may change
     * @param factor by which a number is nudged at first
     */
    static Turns after(List<Decision> decisions, List<Parameter<?>> parameters, double factor) {
        Turns turns = new Turns(parameters, factor);
        decisions.stream()
                .filter(decision -> decision.pair()
                        .nudge()
                        .filter(nudge -> !Tries.isWanted(nudge.trial()))
                        .isPresent())
                .forEach(turns::follow);
        return turns;
    }

    private void follow(Decision decision) {
        Optional<Parameter<?>> nudged = decision.pair().changed().flatMap(name -> parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst());
        nudged.ifPresent(parameter -> {
            if (Steps.hasOrder(parameter)) {
                steps.put(parameter.name(), next(decision, tried(decision.pair(), parameter)));
            }
            turn = parameters.indexOf(parameter) + (decision.verdict() == Verdict.CONTROL ? 1 : 0);
        });
    }

    private double tried(Pair pair, Parameter<?> parameter) {
        double far = Math.abs(step(parameter));
        Configuration after = pair.nudge().orElseThrow().trial().configuration();
        return place(after, parameter) > place(pair.control().trial().configuration(), parameter) ? far : -far;
    }

    private static double place(Configuration configuration, Parameter<?> parameter) {
        return parameter.domain().toUnit(configuration.raw(parameter));
    }

    private double next(Decision decision, double step) {
        double way = Math.signum(step);
        boolean isFarthest = Math.abs(step) >= Math.max(first, FARTHEST);
        if (decision.sign() > 0) {
            return way * first;
        }
        return decision.sign() < 0 || isFarthest
                ? -way * first
                : way * Math.min(2 * Math.abs(step), Math.max(first, FARTHEST));
    }

    /** Returns the parameters in the order in which they are to be tried, the one whose turn it is first. */
    List<Parameter<?>> order() {
        List<Parameter<?>> order = new ArrayList<>(parameters);
        Collections.rotate(order, -turn);
        return order;
    }

    /** Returns the logarithm of the factor that a parameter is to be multiplied by: down at first, as what changes while a model trains is what decays, most often. */
    double step(Parameter<?> parameter) {
        return steps.getOrDefault(parameter.name(), -first);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Minimises a smooth function of several variables, from its gradients.
 *
 * <p>It is the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno with eight pairs and a line search that shortens
 * the step until the function has decreased enough. Where bounds are given, variables at a bound that the gradient pushes
 * against are held, and steps are projected. It ends when the projected gradient is small, when nothing more is gained, or
 * after a number of steps. The result is never worse than the start.
 *
 * <p>Source: Nocedal and Wright, "Numerical optimization", 2nd edition 2006, algorithms 7.4 and 3.1, and section 16.7 on the
 * projection.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Lbfgs {

    private static final int MEMORY = 8;
    private static final int HALVINGS = 12;
    private static final double DECREASE = 1e-4;

    private final Function function;
    private final Box box;
    private final int steps;
    private final double tolerance;

    private Lbfgs(Function function, Box box, int steps, double tolerance) {
        this.function = function;
        this.box = box;
        this.steps = steps;
        this.tolerance = tolerance;
    }

    /** A function to minimise. */
    @FunctionalInterface
    @API(status = Status.INTERNAL, since = "0.1")
    public interface Function {

        /**
         * Returns the value at a point; anything not finite counts as infinitely large.
         *
         * @param point not to be changed
         * @param gradient takes the partial derivatives
         */
        double at(double[] point, double[] gradient);
    }

    /** Returns the range of each variable. */
    @FunctionalInterface
    @API(status = Status.INTERNAL, since = "0.1")
    public interface Box {

        /** Returns the value of a variable moved inside its range. */
        double inside(int variable, double value);
    }

    /**
     * Where a minimisation ended.
     *
     * <p>The arrays are the caller's.
     */
    @API(status = Status.INTERNAL, since = "0.1")
    public static final class Minimum {

        private final double[] point;
        private final double value;

        private Minimum(double[] point, double value) {
            this.point = point;
            this.value = value;
        }

        /** Returns where. */
        public double[] point() {
            return point;
        }

        /** Returns the value there. */
        public double value() {
            return value;
        }
    }

    /**
     * Minimises a function.
     *
     * @param function the function
     * @param box the range of each variable
     * @param start where to begin; not changed
     * @param steps how many steps at most
     * @param tolerance how large the largest partial derivative may be at the end
     */
    public static Minimum minimize(Function function, Box box, double[] start, int steps, double tolerance) {
        return new Lbfgs(function, box, steps, tolerance).from(start);
    }

    private Minimum from(double[] start) {
        int size = start.length;
        double[] point = start.clone();
        double[] gradient = new double[size];
        double value = finite(function.at(point, gradient));
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int step = 0; step < steps && value < Double.POSITIVE_INFINITY; step++) {
            boolean[] held = held(point, gradient);
            if (largest(gradient, held) <= tolerance) {
                break;
            }
            double[] direction = direction(gradient, held, pairs);
            Trial trial = search(point, value, gradient, direction);
            if (trial == null) {
                if (pairs.isEmpty()) {
                    break;
                }
                pairs.clear();
                continue;
            }
            remember(pairs, new Pair(point, trial.point, gradient, trial.gradient));
            boolean stalled = value - trial.value <= 1e-10 * (Math.abs(value) + 1e-10);
            point = trial.point;
            gradient = trial.gradient;
            value = trial.value;
            if (stalled) {
                break;
            }
        }
        return new Minimum(point, value);
    }

    private boolean[] held(double[] point, double[] gradient) {
        boolean[] held = new boolean[point.length];
        for (int i = 0; i < point.length; i++) {
            double downhill = point[i] - Math.signum(gradient[i]) * 1e-9;
            held[i] = box.inside(i, downhill) != downhill;
        }
        return held;
    }

    private static double largest(double[] gradient, boolean[] held) {
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            largest = held[i] ? largest : Math.max(largest, Math.abs(gradient[i]));
        }
        return largest;
    }

    /** The two-loop recursion, restricted to the variables that are free. */
    private static double[] direction(double[] gradient, boolean[] held, Deque<Pair> pairs) {
        double[] direction = gradient.clone();
        clear(direction, held);
        double[] factors = new double[pairs.size()];
        int at = 0;
        for (Pair pair : pairs) {
            factors[at] = dot(pair.change, direction) / pair.curvature;
            add(direction, -factors[at], pair.gradientChange);
            at++;
        }
        double scale = pairs.isEmpty()
                ? 1 / Math.max(1, Math.sqrt(dot(direction, direction)))
                : pairs.getFirst().curvature / dot(pairs.getFirst().gradientChange, pairs.getFirst().gradientChange);
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= scale;
        }
        Iterator<Pair> oldestFirst = pairs.descendingIterator();
        while (oldestFirst.hasNext()) {
            Pair pair = oldestFirst.next();
            at--;
            double factor = dot(pair.gradientChange, direction) / pair.curvature;
            add(direction, factors[at] - factor, pair.change);
        }
        clear(direction, held);
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
        return direction;
    }

    private static void clear(double[] vector, boolean[] held) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = held[i] ? 0 : vector[i];
        }
    }

    private @Nullable Trial search(double[] point, double value, double[] gradient, double[] direction) {
        double length = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] next = new double[point.length];
            double slope = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] = box.inside(i, point[i] + length * direction[i]);
                slope += gradient[i] * (next[i] - point[i]);
            }
            double[] nextGradient = new double[point.length];
            if (slope < 0) {
                double nextValue = finite(function.at(next, nextGradient));
                if (nextValue <= value + DECREASE * slope) {
                    return new Trial(next, nextGradient, nextValue);
                }
            }
            length *= halving < 2 ? 0.5 : 0.25;
        }
        return null;
    }

    private static void remember(Deque<Pair> pairs, Pair pair) {
        if (pair.curvature > 1e-12 * Math.sqrt(dot(pair.change, pair.change))) {
            pairs.addFirst(pair);
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
            }
        }
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static void add(double[] target, double factor, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    private static final class Trial {
        private final double[] point;
        private final double[] gradient;
        private final double value;

        Trial(double[] point, double[] gradient, double value) {
            this.point = point;
            this.gradient = gradient;
            this.value = value;
        }
    }

    private static final class Pair {
        private final double[] change;
        private final double[] gradientChange;
        private final double curvature;

        Pair(double[] point, double[] next, double[] gradient, double[] nextGradient) {
            change = next.clone();
            add(change, -1, point);
            gradientChange = nextGradient.clone();
            add(gradientChange, -1, gradient);
            curvature = dot(change, gradientChange);
        }
    }
}

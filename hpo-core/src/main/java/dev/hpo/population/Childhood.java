// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segment.Place;
import dev.hpo.population.Segments.Entry;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What has become of one child of a population of one, pair by pair, as its segments say. What was decided is a function of them, so that a study that
 * is cut anywhere goes on as it would have.
 */
final class Childhood {

    /** A curve is worse if it falls back by so many times what a segment usually changes. */
    private static final double FALL = 3;

    /** What counts as worse while that is not known. */
    private static final double LARGE = 0.5;

    private static final int KNOWN = 3;

    private final PopulationPlan plan;
    private final Segments segments;
    private final Direction direction;
    private final int child;
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<Integer, Integer> rounds = new HashMap<>();
    private Optional<Entry> base;
    private int strikes;

    /** What is done with a pair. */
    enum Verdict {
        NUDGE("kept"),
        CONTROL("not kept"),
        BACK("rolled back");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * What was decided of a pair.
     *
     * @param sign 1 if the nudge has helped, -1 if it has harmed, 0 if neither can be told from the noise
     * @param why for people
     */
    record Decision(Pair pair, Verdict verdict, int sign, String why) {}

    /**
     * Follows a child.
     *
     * @param child its number, from 0
     */
    Childhood(PopulationPlan plan, Segments segments, Direction direction, int child) {
        this.plan = plan;
        this.segments = segments;
        this.direction = direction;
        this.child = child;
        this.base = begun().filter(Entry::isGood);
        Optional<Pair> next = pair();
        while (next.isPresent() && !isOver()) {
            decide(next.get());
            next = pair();
        }
    }

    /** Returns its first segment; empty if it has not begun. */
    Optional<Entry> begun() {
        return segments.at(child, 0, 0);
    }

    /** Returns the segment from which it goes on; empty if its first one runs or has failed. */
    Optional<Entry> base() {
        return base;
    }

    /** Returns what was decided so far, pair by pair. */
    List<Decision> decisions() {
        return decisions;
    }

    /** Returns whether it has lived to its end, or was given up. */
    boolean isOver() {
        return isGivenUp()
                || base.filter(last ->
                                last.segment().generation() + 1 >= plan.size().generations())
                        .isPresent();
    }

    /** Returns whether it was given up: it has failed at once, or patience is at its end. */
    boolean isGivenUp() {
        boolean hasFailed =
                begun().filter(first -> first.isOver() && !first.isGood()).isPresent();
        return hasFailed || strikes >= plan.panda().patience();
    }

    /** Returns where its next pair belongs. */
    Place place() {
        int generation = base.orElseThrow().segment().generation() + 1;
        return new Place(child, generation, rounds.getOrDefault(generation, 0));
    }

    /** Returns its last segment that is good and was kept; empty if there is none. */
    Optional<Entry> last() {
        return base;
    }

    private Optional<Pair> pair() {
        if (base.isEmpty()) {
            return Optional.empty();
        }
        Place place = place();
        Optional<Entry> control = segments.at(child, place.generation(), place.round());
        Optional<Entry> nudge = segments.nudge(place);
        return control.isPresent() && nudge.isPresent()
                ? Optional.of(new Pair(base.get(), control.get(), nudge.get())).filter(Pair::isOver)
                : Optional.empty();
    }

    private void decide(Pair pair) {
        rounds.merge(place().generation(), 1, Integer::sum);
        List<Pair> pairs =
                new ArrayList<>(decisions.stream().map(Decision::pair).toList());
        pairs.add(pair);
        double gain = pair.gain(direction);
        double margin = plan.panda().margin() * Pair.noise(pairs, direction);
        int sign = gain > margin ? 1 : gain < -margin ? -1 : 0;
        boolean isDead = !pair.control().isGood() && !pair.nudge().isGood();
        if (isDead || pair.progress(direction) < -fall()) {
            String why = isDead ? "both diverged" : "both made the curve worse";
            decisions.add(new Decision(pair, Verdict.BACK, isDead ? -1 : sign, why));
            strikes++;
            base = strikes < 2 ? base : segments.before(base.orElseThrow()).or(() -> base);
        } else {
            Verdict verdict = sign > 0 ? Verdict.NUDGE : Verdict.CONTROL;
            decisions.add(new Decision(pair, verdict, sign, why(pair, gain, margin)));
            base = Optional.of(sign > 0 ? pair.nudge() : pair.control());
            strikes = 0;
        }
    }

    private static String why(Pair pair, double gain, double margin) {
        if (!pair.control().isGood()) {
            return "the control diverged";
        }
        if (!pair.nudge().isGood()) {
            return "the nudge diverged";
        }
        String noise = "a noise of " + percent(margin);
        return gain > margin
                ? percent(gain) + " better, beyond " + noise
                : percent(Math.abs(gain)) + (gain < 0 ? " worse" : " better, but within ") + (gain < 0 ? "" : noise);
    }

    private double fall() {
        double[] changes = decisions.stream()
                .filter(decision -> decision.verdict() != Verdict.BACK)
                .mapToDouble(decision -> Math.abs(decision.pair().progress(direction)))
                .sorted()
                .toArray();
        return changes.length < KNOWN ? LARGE : FALL * median(changes);
    }

    private static double median(double[] sorted) {
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2g %%", 100 * share);
    }
}

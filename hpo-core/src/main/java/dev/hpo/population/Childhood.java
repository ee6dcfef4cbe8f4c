// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.numeric.Medians;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segment.Place;
import dev.hpo.population.Segments.Entry;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What has become of one child of a population of one, pair by pair, as its segments say. What was decided is a function of them, so that a study that
 * is cut anywhere goes on as it would have.
 */
final class Childhood {

    /** A curve is worse if it falls back by so many times what a segment usually changes; one that changes nothing, as on a plateau of a rounded metric, does not tell. */
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
    private int stepsBack;

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
     * @param sign 1 if the nudge has helped, -1 if it has harmed, 0 if neither can be told from the noise, or there was none
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

    /** Returns the segment from which it goes on, its last that is good and was kept; empty if its first one runs or has failed. */
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

    /** Returns whether it was given up: it has failed at once, patience is at its end, or it has gone back as often as it has days, and so might for ever. */
    boolean isGivenUp() {
        boolean hasFailed =
                begun().filter(first -> first.isOver() && !first.isGood()).isPresent();
        int patience = plan.panda().patience();
        return hasFailed
                || strikes >= patience
                || stepsBack >= Math.max(patience, plan.size().generations());
    }

    /** Returns where its next pair belongs. */
    Place place() {
        int generation = base.orElseThrow().segment().generation() + 1;
        return new Place(child, generation, rounds.getOrDefault(generation, 0));
    }

    private Optional<Pair> pair() {
        if (base.isEmpty()) {
            return Optional.empty();
        }
        Place place = place();
        Optional<Entry> control = segments.at(child, place.generation(), place.round());
        Optional<Entry> nudge = segments.nudge(place);
        boolean isWhole = nudge.isPresent()
                || control.filter(alone -> alone.segment().kind() == Kind.STAY).isPresent();
        return control.filter(unused -> isWhole)
                .map(unchanged -> new Pair(base.orElseThrow(), unchanged, nudge))
                .filter(Pair::isOver);
    }

    private void decide(Pair pair) {
        rounds.merge(place().generation(), 1, Integer::sum);
        List<Pair> pairs =
                new ArrayList<>(decisions.stream().map(Decision::pair).toList());
        pairs.add(pair);
        OptionalDouble noise = Noise.of(pairs, direction);
        int sign = sign(pair, noise);
        if (pair.isDead() || pair.progress(direction) < -fall()) {
            String both = pair.nudge().isPresent() ? "both " : "";
            String why = pair.isDead() ? both + "diverged" : both + "made the curve worse";
            decisions.add(new Decision(pair, Verdict.BACK, pair.isDead() ? -1 : sign, why));
            strikes++;
            stepsBack++;
            base = strikes < 2 ? base : segments.before(base.orElseThrow()).or(() -> base);
        } else {
            Verdict verdict = sign > 0 ? Verdict.NUDGE : Verdict.CONTROL;
            decisions.add(new Decision(pair, verdict, sign, why(pair, noise)));
            base = sign > 0 ? pair.nudge() : Optional.of(pair.control());
            strikes = 0;
        }
    }

    /** Nothing is kept while the noise is not known; what was worse then is tried the other way all the same. */
    private int sign(Pair pair, OptionalDouble noise) {
        double gain = pair.gain(direction);
        if (!pair.isGood()) {
            return Double.compare(gain, 0);
        }
        double margin = noise.isPresent() ? plan.panda().margin() * noise.getAsDouble() : Double.POSITIVE_INFINITY;
        return gain > margin ? 1 : gain < (noise.isPresent() ? -margin : 0) ? -1 : 0;
    }

    private String why(Pair pair, OptionalDouble noise) {
        if (pair.nudge().isEmpty()) {
            return "there was no other";
        }
        if (!pair.control().isGood()) {
            return "the control diverged";
        }
        if (!pair.isGood()) {
            return "the nudge diverged";
        }
        double gain = pair.gain(direction);
        if (gain == 0) {
            return "no difference";
        }
        if (gain < 0) {
            return percent(-gain) + " worse";
        }
        return percent(gain) + " better, noise " + (noise.isEmpty() ? "not known yet" : text(noise.getAsDouble()));
    }

    private String text(double noise) {
        double margin = plan.panda().margin();
        return (margin == 1 ? "" : margin + " x ") + percent(noise);
    }

    private double fall() {
        double[] changes = decisions.stream()
                .filter(decision -> decision.verdict() != Verdict.BACK)
                .mapToDouble(decision -> Math.abs(decision.pair().progress(direction)))
                .filter(change -> change > 0)
                .toArray();
        return changes.length < KNOWN ? LARGE : FALL * Medians.of(changes);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2g %%", 100 * share);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segments.Entry;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A day of a panda: a segment that goes on unchanged, and one with a nudge beside it, both from one checkpoint and with one seed.
 *
 * @param base from where both set out
 * @param control the one that goes on unchanged
 * @param nudge empty on a day without one
 */
record Pair(Entry base, Entry control, Optional<Entry> nudge) {

    boolean isOver() {
        return control.isOver() && nudge.map(Entry::isOver).orElse(true);
    }

    /** Returns whether all have ended well. */
    boolean isGood() {
        return control.isGood() && nudge.map(Entry::isGood).orElse(true);
    }

    /** Returns whether none has ended well. */
    boolean isDead() {
        return !control.isGood() && nudge.filter(Entry::isGood).isEmpty();
    }

    /** Returns what the nudge has gained over the control, in parts of the larger of the two; 0 if both have failed, or there is none. */
    double gain(Direction direction) {
        return nudge.map(tried -> relative(control.loss(direction), tried.loss(direction)))
                .orElse(0.0);
    }

    /** Returns what the better of the two has gained over what both began with. */
    double progress(Direction direction) {
        double after = nudge.map(tried -> tried.loss(direction)).orElse(Double.POSITIVE_INFINITY);
        return relative(base.loss(direction), Math.min(control.loss(direction), after));
    }

    private static double relative(double before, double after) {
        if (Double.isInfinite(before) || Double.isInfinite(after)) {
            return Double.compare(before, after);
        }
        double scale = Math.max(Math.abs(before), Math.abs(after));
        return scale == 0 ? 0 : (before - after) / scale;
    }

    /** Returns the gains at the steps at which both have reported in this segment. */
    double[] gains(Direction direction) {
        Map<Long, Double> controls = new HashMap<>();
        for (Observation observation : control.trial().progress().charged()) {
            controls.put(observation.step(), direction.asLoss(observation.value()));
        }
        List<Double> gains = new ArrayList<>();
        for (Observation observation :
                nudge.map(tried -> tried.trial().progress().charged()).orElse(List.of())) {
            Double beside = controls.get(observation.step());
            if (beside != null && Double.isFinite(beside) && Double.isFinite(observation.value())) {
                gains.add(relative(beside, direction.asLoss(observation.value())));
            }
        }
        return gains.stream().mapToDouble(gain -> gain).toArray();
    }

    /** Returns the name of the parameter that was nudged; empty if none was. */
    Optional<String> changed() {
        Map<String, Object> before = control.trial().configuration().asMap();
        return nudge.flatMap(tried -> tried.trial().configuration().asMap().entrySet().stream()
                .filter(value ->
                        before.containsKey(value.getKey()) && !value.getValue().equals(before.get(value.getKey())))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    /** Returns -1 if a number was nudged down, and else 1. */
    int way(String name) {
        return nudge.map(tried -> tried.trial().configuration().asMap().get(name))
                                        .orElse(name)
                                instanceof Number after
                        && control.trial().configuration().asMap().get(name) instanceof Number before
                        && after.doubleValue() < before.doubleValue()
                ? -1
                : 1;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.lattice;

import dev.hpo.space.Condition;
import dev.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Builds the nodes of a lattice. */
final class Nodes {

    private final List<Parameter<?>> parameters;
    private final List<Axis> axes;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<TreeSet<Long>> segments = new ArrayList<>();
    private final int[] lastUse;

    private Nodes(List<Parameter<?>> parameters, Function<Parameter<?>, Axis> axis) {
        this.parameters = parameters;
        this.axes = parameters.stream().<Axis>map(axis).toList();
        this.lastUse = new int[parameters.size()];
        for (int place = 0; place < parameters.size(); place++) {
            places.put(parameters.get(place).name(), place);
            segments.add(new TreeSet<>(List.of(0L)));
            for (Condition condition : parameters.get(place).conditions()) {
                int parent = parentOf(condition);
                lastUse[parent] = place;
                addBreaks(condition, axes.get(parent), segments.get(parent));
            }
        }
    }

    static List<Node> of(List<Parameter<?>> ordered, Function<Parameter<?>, Axis> axis) {
        Nodes nodes = new Nodes(ordered, axis);
        return IntStream.range(0, ordered.size()).mapToObj(nodes::node).toList();
    }

    private Node node(int place) {
        List<Node.Link> links =
                parameters.get(place).conditions().stream().map(this::link).toList();
        List<Integer> live = IntStream.range(0, place)
                .filter(earlier -> lastUse[earlier] >= place)
                .boxed()
                .toList();
        return new Node(parameters.get(place), axes.get(place), List.copyOf(segments.get(place)), links, live);
    }

    private Node.Link link(Condition condition) {
        int parent = parentOf(condition);
        Axis axis = axes.get(parent);
        return new Node.Link(
                parent,
                segments.get(parent).stream()
                        .map(begin -> condition.holdsFor(axis.value(begin)))
                        .toList());
    }

    private int parentOf(Condition condition) {
        return places.getOrDefault(condition.parent().name(), Node.ABSENT);
    }

    /** Values of a numeric axis ascend, so that a search by halves finds where a condition begins to hold. */
    private static void addBreaks(Condition condition, Axis axis, Set<Long> breaks) {
        if (condition instanceof Condition.Equal equal && equal.value() instanceof String) {
            for (long index = 0; index < axis.size(); index++) {
                if (condition.holdsFor(axis.value(index))) {
                    addBreak(index, axis, breaks);
                    addBreak(index + 1, axis, breaks);
                }
            }
        } else if (condition instanceof Condition.Equal equal && equal.value() instanceof Number number) {
            long index = first(axis, raw -> raw instanceof Number value && compare(value, number) >= 0);
            addBreak(index, axis, breaks);
            addBreak(index + 1, axis, breaks);
        } else {
            addBreak(first(axis, condition::holdsFor), axis, breaks);
        }
    }

    private static void addBreak(long index, Axis axis, Set<Long> breaks) {
        if (index < axis.size()) {
            breaks.add(index);
        }
    }

    private static int compare(Number left, Number right) {
        return Double.compare(left.doubleValue(), right.doubleValue());
    }

    private static long first(Axis axis, Predicate<Object> holds) {
        long low = 0;
        long high = axis.size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (holds.test(axis.value(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

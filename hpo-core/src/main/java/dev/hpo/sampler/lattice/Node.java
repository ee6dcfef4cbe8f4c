// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.lattice;

import dev.hpo.space.Parameter;
import java.util.List;

/**
 * One parameter of a lattice, in its place.
 *
 * @param parameter the parameter
 * @param axis its values
 * @param segments the index at which each segment of the axis begins: within one, no condition tells values apart
 * @param links what must hold for the parameter to exist
 * @param live the places of the earlier nodes that this or a later one depends on, ascending
 */
record Node(Parameter<?> parameter, Axis axis, List<Long> segments, List<Link> links, List<Integer> live) {

    /** What stands for the segment of a node that does not exist. */
    static final int ABSENT = -1;

    /** Returns the number of values in a segment. */
    long length(int segment) {
        long end = segment + 1 < segments.size() ? segments.get(segment + 1) : axis.size();
        return end - segments.get(segment);
    }

    /**
     * Returns whether this node exists.
     *
     * @param state the segments of the live nodes
     */
    boolean exists(List<Integer> state) {
        for (Link link : links) {
            int segment = state.get(live.indexOf(link.parent()));
            if (segment == ABSENT || !link.holds().get(segment)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the segments of the nodes that are live after this one.
     *
     * @param next the places that are live then
     * @param state the segments of the nodes that are live here
     * @param segment this node's own segment
     */
    List<Integer> state(List<Integer> next, List<Integer> state, int segment) {
        return next.stream()
                .map(place -> live.contains(place) ? state.get(live.indexOf(place)) : (Integer) segment)
                .toList();
    }

    /**
     * A condition on an earlier node.
     *
     * @param parent the place of that node
     * @param holds whether the condition holds, by the segment of that node
     */
    record Link(int parent, List<Boolean> holds) {}
}

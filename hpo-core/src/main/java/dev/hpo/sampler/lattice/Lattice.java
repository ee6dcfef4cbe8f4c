// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.lattice;

import dev.hpo.space.Configuration;
import dev.hpo.space.Domain;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finitely many configurations of a space: how many there are, and each by its rank, without a list of them.
 *
 * <p>Ranks follow the order of the parameters, a parent before what depends on it, of which the last varies fastest.
 *
 * <p>A configuration is a path through the parameters in that order. Of the choices made so far only those matter that
 * conditions of later parameters look at, and of these only which conditions they fulfil: that is the state of a path.
 * Where paths of the same state go on in the same ways, one count serves them all, so that counts are sums over states from
 * the last parameter to the first (dynamic programming, as for the paths of a graph without cycles). In a tree of sealed types
 * and lists a state is a branch of the tree, whence there are hardly more counts than parameters. A rank is resolved on the way
 * back, by subtraction and division. Building takes time in proportion to the number of states, a point in proportion to the
 * number of parameters. Numbers are of any size.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Lattice {

    private static final int READABLE_DIGITS = 15;

    private final Space<?> space;
    private final List<Node> nodes;
    private final List<Map<List<Integer>, BigInteger>> counts;

    /**
     * Creates a lattice.
     *
     * @param space the space to which the points belong
     * @param axis the values of each parameter
     */
    public Lattice(Space<?> space, Function<Parameter<?>, Axis> axis) {
        this.space = space;
        this.nodes = Nodes.of(DepthFirst.order(space.parameters()), axis);
        this.counts = reachableStates();
        for (int place = nodes.size() - 1; place >= 0; place--) {
            int at = place;
            counts.get(place).replaceAll((state, ignored) -> count(at, state));
        }
    }

    /** Returns all configurations of a space, or nothing if one of its domains is continuous. */
    public static Optional<Lattice> of(Space<?> space) {
        return space.parameters().stream()
                        .anyMatch(parameter -> parameter.domain().cardinality() == Domain.CONTINUOUS)
                ? Optional.empty()
                : Optional.of(new Lattice(space, parameter -> Axis.of(parameter.domain())));
    }

    /** Returns the number of points, at least 1. */
    public BigInteger size() {
        return after(0, List.of());
    }

    /**
     * Returns a point.
     *
     * @param rank from 0 to below {@link #size()}
     */
    public Configuration point(BigInteger rank) {
        if (rank.signum() < 0 || rank.compareTo(size()) >= 0) {
            throw new IllegalArgumentException("rank (" + rank + ") must be from 0 to below " + size());
        }
        Map<String, Object> values = new HashMap<>();
        BigInteger rest = rank;
        List<Integer> state = List.of();
        for (int place = 0; place < nodes.size(); place++) {
            Node node = nodes.get(place);
            int segment = Node.ABSENT;
            if (node.exists(state)) {
                segment = 0;
                BigInteger below = after(place, state, 0);
                BigInteger block = below.multiply(BigInteger.valueOf(node.length(0)));
                while (rest.compareTo(block) >= 0) {
                    rest = rest.subtract(block);
                    segment++;
                    below = after(place, state, segment);
                    block = below.multiply(BigInteger.valueOf(node.length(segment)));
                }
                BigInteger[] parts = rest.divideAndRemainder(below);
                long index = node.segments().get(segment) + parts[0].longValueExact();
                values.put(node.parameter().name(), node.axis().value(index));
                rest = parts[1];
            }
            state = node.state(liveAfter(place), state, segment);
        }
        return space.choose(parameter -> Objects.requireNonNull(values.get(parameter.name())));
    }

    /** The states that paths can be in before each parameter and after the last, counts to come. */
    private List<Map<List<Integer>, BigInteger>> reachableStates() {
        List<Map<List<Integer>, BigInteger>> states = new ArrayList<>();
        states.add(new HashMap<>(Map.of(List.of(), BigInteger.ONE)));
        for (int place = 0; place < nodes.size(); place++) {
            Map<List<Integer>, BigInteger> next = new HashMap<>();
            for (List<Integer> state : states.get(place).keySet()) {
                nextStates(place, state).forEach(reached -> next.put(reached, BigInteger.ONE));
            }
            states.add(next);
        }
        return states;
    }

    private List<List<Integer>> nextStates(int place, List<Integer> state) {
        Node node = nodes.get(place);
        List<List<Integer>> next = new ArrayList<>();
        if (node.exists(state)) {
            for (int segment = 0; segment < node.segments().size(); segment++) {
                next.add(node.state(liveAfter(place), state, segment));
            }
        } else {
            next.add(node.state(liveAfter(place), state, Node.ABSENT));
        }
        return next;
    }

    private BigInteger count(int place, List<Integer> state) {
        Node node = nodes.get(place);
        if (!node.exists(state)) {
            return after(place, state, Node.ABSENT);
        }
        BigInteger sum = BigInteger.ZERO;
        for (int segment = 0; segment < node.segments().size(); segment++) {
            sum = sum.add(after(place, state, segment).multiply(BigInteger.valueOf(node.length(segment))));
        }
        return sum;
    }

    private BigInteger after(int place, List<Integer> state, int segment) {
        return after(place + 1, nodes.get(place).state(liveAfter(place), state, segment));
    }

    private BigInteger after(int place, List<Integer> state) {
        BigInteger count = counts.get(place).get(state);
        if (count == null) {
            throw new IllegalStateException("state " + state + " cannot be reached at parameter " + place);
        }
        return count;
    }

    private List<Integer> liveAfter(int place) {
        return place + 1 < nodes.size() ? nodes.get(place + 1).live() : List.of();
    }

    /** Returns the number of points in digits, or roughly where there are too many to read: {@code 6.2e136}. */
    public String sizeText() {
        String digits = size().toString();
        return digits.length() <= READABLE_DIGITS
                ? digits
                : digits.charAt(0) + "." + digits.charAt(1) + "e" + (digits.length() - 1);
    }

    /** Returns the number of points in words: {@code 125 points}. */
    @Override
    public String toString() {
        return sizeText() + (size().equals(BigInteger.ONE) ? " point" : " points");
    }
}

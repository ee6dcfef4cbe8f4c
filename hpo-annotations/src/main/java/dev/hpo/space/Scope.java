// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a tree of search spaces: the name that parameters get there, and the conditions under which they exist.
 *
 * <p>Generated code builds its parameters with it. {@code Scope.root().child("optimizer").child("adam").child("beta1")} is
 * the place of {@code optimizer.adam.beta1}.
 */
public final class Scope {

    private static final Scope ROOT = new Scope("", List.of(), List.of());

    private final String name;
    private final List<String> formerNames;
    private final List<Condition> conditions;

    private Scope(String name, List<String> formerNames, List<Condition> conditions) {
        this.name = name;
        this.formerNames = formerNames;
        this.conditions = conditions;
    }

    /** Returns the place of a whole space. */
    public static Scope root() {
        return ROOT;
    }

    /** Returns the name of this place; empty at the root. */
    public String name() {
        return name;
    }

    /** Returns the names that this place had before, possibly none. */
    public List<String> formerNames() {
        return formerNames;
    }

    /** Returns what must hold for this place to exist, the outermost condition first. */
    public List<Condition> conditions() {
        return conditions;
    }

    /**
     * Returns the place of a member.
     *
     * @param segment the member's name; empty for this place itself
     * @param formerSegments the names the member had before
     */
    public Scope child(String segment, String... formerSegments) {
        List<String> former = new ArrayList<>();
        for (String formerSegment : formerSegments) {
            former.add(join(name, formerSegment));
        }
        for (String formerName : formerNames) {
            former.add(join(formerName, segment));
            for (String formerSegment : formerSegments) {
                former.add(join(formerName, formerSegment));
            }
        }
        return new Scope(join(name, segment), List.copyOf(former), conditions);
    }

    /**
     * Returns the place of a list's element.
     *
     * @param index from 0
     */
    public Scope element(int index) {
        String suffix = "[" + index + "]";
        return new Scope(
                name + suffix,
                formerNames.stream().map(former -> former + suffix).toList(),
                conditions);
    }

    /** Returns this place, existing only when a condition holds as well. */
    public Scope when(Condition condition) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Scope(name, formerNames, List.copyOf(all));
    }

    private static String join(String prefix, String segment) {
        return prefix.isEmpty() || segment.isEmpty() ? prefix + segment : prefix + "." + segment;
    }

    @Override
    public String toString() {
        return name;
    }
}

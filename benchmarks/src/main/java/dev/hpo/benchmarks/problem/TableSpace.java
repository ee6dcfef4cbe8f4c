// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The search space of a table's columns.
 *
 * <p>A column that exists with several values of another becomes one parameter for each of them, as in a sealed interface of
 * records, which is how a user says it: {@code rbf.gamma} and {@code poly.gamma} rather than one {@code gamma}.
 */
final class TableSpace {

    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final PlainSpace space;

    TableSpace(List<Column> columns) {
        List<Parameter<?>> all = new ArrayList<>();
        for (Column column : columns) {
            List<Place> here = new ArrayList<>();
            for (Branch branch : branches(column)) {
                Parameter<?> parameter = parameter(branch.scope(column.name()), column.domain());
                here.add(new Place(branch, parameter));
                all.add(parameter);
            }
            places.put(column.name(), here);
        }
        this.space = new PlainSpace(all);
    }

    PlainSpace space() {
        return space;
    }

    /** Returns the raw value of a column in a configuration; empty if the column does not exist in it. */
    Optional<Object> raw(String column, Configuration configuration) {
        for (Place place : places.getOrDefault(column, List.of())) {
            if (configuration.contains(place.parameter)) {
                return Optional.of(configuration.raw(place.parameter));
            }
        }
        return Optional.empty();
    }

    /** Returns the branches of the space in which a column exists. */
    private List<Branch> branches(Column column) {
        List<Branch> branches = List.of(Branch.ROOT);
        for (Map.Entry<String, List<String>> condition : column.when().entrySet()) {
            List<Place> parents = places.getOrDefault(condition.getKey(), List.of());
            List<Branch> deeper = new ArrayList<>();
            for (Branch branch : branches) {
                parents.forEach(parent -> condition.getValue().forEach(value -> deeper.add(branch.and(parent, value))));
            }
            branches = deeper;
        }
        return branches.size() == 1 ? List.of(branches.get(0).unnamed()) : branches;
    }

    private static Parameter<?> parameter(Scope scope, Domain domain) {
        if (domain instanceof RealDomain real) {
            return Parameter.ofDouble(scope, real);
        }
        if (domain instanceof IntegerDomain integer) {
            return Parameter.ofLong(scope, integer);
        }
        ChoiceDomain choice = (ChoiceDomain) domain;
        return Parameter.ofChoice(scope, choice, choice.choices());
    }

    /** A column's parameter in one branch. */
    private record Place(Branch branch, Parameter<?> parameter) {}

    /**
     * A part of the space in which some conditions hold.
     *
     * @param name what parameters are called by there; empty at the root
     * @param conditions the outermost first
     */
    private record Branch(String name, List<Condition> conditions) {

        static final Branch ROOT = new Branch("", List.of());

        Branch and(Place parent, String value) {
            List<Condition> all = new ArrayList<>(conditions);
            all.addAll(parent.branch.conditions);
            all.add(new Condition.Equal(
                    parent.parameter, parent.parameter.domain().parse(value)));
            return new Branch(name + parent.branch.name + value + ".", all);
        }

        Branch unnamed() {
            return new Branch("", conditions);
        }

        Scope scope(String column) {
            Scope scope = Scope.root().child(name + column);
            for (Condition condition : conditions) {
                scope = scope.when(condition);
            }
            return scope;
        }
    }
}

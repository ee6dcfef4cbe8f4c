// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Prior;
import dev.hpo.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads trials of an earlier search space as trials of the present one.
 *
 * <ul>
 *   <li>A renamed parameter is found by its former names, a renamed choice by its former texts.
 *   <li>A parameter that is gone is left out.
 *   <li>A parameter that is new gets the value that it is likely to have had when it was none: that of the start configuration, or,
 *       where that has none, the middle of its domain, or of what is believed of it.
 *   <li>A number between the values of a stepped domain becomes the nearest of them, one of another type the same number.
 *   <li>A trial with a number outside its parameter's bounds, or with an unknown choice, is dropped: there is no place for it in
 *       the present space, and its result says nothing about the place at the bound.
 * </ul>
 *
 * @param space the present space
 * @param start the present start configuration, if there is one
 * @param direction which values of the present study are better
 * @param run which run the present one is; of its own study only the runs before it are earlier ones
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Projection(Space<?> space, Optional<Configuration> start, Direction direction, Run run) {

    /**
     * Creates a projection for a run that comes after all others.
     *
     * @param space the present space
     * @param start the present start configuration, if there is one
     * @param direction which values of the present study are better
     */
    public Projection(Space<?> space, Optional<Configuration> start, Direction direction) {
        this(space, start, direction, new Run("", Integer.MAX_VALUE));
    }

    /**
     * Which run of a study one is.
     *
     * @param study the name of the study
     * @param number its number
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Run(String study, int number) {

        /** Returns whether another run is not before this one of the same study. */
        public boolean isReachedBy(String other, int otherNumber) {
            return study.equals(other) && otherNumber >= number;
        }
    }

    /**
     * A complete trial as it was stored.
     *
     * @param values its parameters by their names then: numbers and texts
     * @param value its objective value; finite
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Stored(Map<String, ?> values, double value) {

        /** Creates a stored trial. */
        public Stored {
            values = Map.copyOf(values);
        }
    }

    /**
     * Returns an earlier study in the present space.
     *
     * @param name the study and its run, for people
     * @param trials its complete trials, in the order of their numbers
     */
    public EarlierStudy project(String name, List<Stored> trials) {
        List<EarlierStudy.Result> results = new ArrayList<>();
        for (Stored trial : trials) {
            project(trial.values())
                    .map(configuration -> new EarlierStudy.Result(configuration, trial.value()))
                    .ifPresent(results::add);
        }
        return new EarlierStudy(name, direction, results, trials.size() - results.size());
    }

    /** Returns a stored configuration in the present space; empty if it has no place there. */
    Optional<Configuration> project(Map<String, ?> stored) {
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : space.parameters()) {
            if (parameter.isActive(builder.soFar())) {
                Optional<?> known = names(parameter)
                        .flatMap(name -> Stream.ofNullable(stored.get(name)))
                        .findFirst();
                Optional<Object> raw =
                        known.isPresent() ? StoredValue.of(parameter, known.get()) : Optional.of(assumed(parameter));
                if (raw.isEmpty()) {
                    return Optional.empty();
                }
                builder.setRaw(parameter, raw.get());
            }
        }
        return Optional.of(builder.build());
    }

    private static Stream<String> names(Parameter<?> parameter) {
        return Stream.concat(Stream.of(parameter.name()), parameter.formerNames().stream());
    }

    private Object assumed(Parameter<?> parameter) {
        Optional<Object> initial = start.filter(configuration -> configuration.contains(parameter))
                .map(configuration -> configuration.raw(parameter));
        return initial.orElseGet(() -> {
            Optional<Prior> prior = parameter.prior();
            return parameter.domain().fromUnit(prior.isPresent() ? prior.get().position(0.5) : 0.5);
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.Purpose;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunStore;
import dev.hpo.trial.Aim;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Projection;
import dev.hpo.trial.SpaceChanges;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.StudyFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a run begins with. */
final class Beginnings {

    private Beginnings() {}

    static RunHeader header(
            Space<?> space, StudySpec spec, Optional<Configuration> start, List<EarlierStudy> earlier, RunId run) {
        long seed = seed(spec, run);
        return new RunHeader(
                run,
                new RunHeader.Goal(spec.metric(), spec.direction()),
                basis(space, spec, earlier, seed),
                StoredSpace.of(space, start),
                spec.clock().instant());
    }

    /** Returns what decides the course of a run beside its space. */
    static RunHeader.Basis basis(Space<?> space, StudySpec spec, List<EarlierStudy> earlier, long seed) {
        return new RunHeader.Basis(
                seed,
                earlier.stream().map(EarlierStudy::describe).toList(),
                RunCourse.described(space, spec, facts(spec, seed, earlier)),
                spec.code());
    }

    /** Returns what samplers and pruners know of a study. */
    static StudyFacts facts(StudySpec spec, long seed, List<EarlierStudy> earlier) {
        return new StudyFacts(spec.name(), new Aim(spec.direction(), spec.of()), seed, spec.budget(), earlier);
    }

    /**
     * Checks that the parts of a specification go together, and its sampler with a space.
     *
     * @throws IllegalArgumentException if not
     */
    static void requireConsistent(Space<?> space, StudySpec spec) {
        spec.requireConsistent();
        spec.sampler().requireFit(space, facts(spec, 0, List.of()));
    }

    /** Writes down under which settings a run goes on, where it began under others; once it is known that it can. */
    static void rebase(
            Space<?> space, StudySpec spec, Optional<Configuration> start, List<EarlierStudy> earlier, RunStore store) {
        RunHeader then = store.header();
        RunHeader.Basis basis = basis(space, spec, earlier, then.seed());
        StoredSpace present = StoredSpace.of(space, start);
        // One that is written the same is the same, which spares a run that has just begun to read it again.
        boolean isSame = present.equals(then.space())
                || (changes(then, space).isEmpty() && SpaceChanges.isAdjustedAlike(then.space(), space));
        if (!basis.equals(then.basis()) || !isSame) {
            store.rebase(basis, present);
        }
    }

    /**
     * Reads what is known from earlier studies: once, so that nothing that changes it meanwhile changes this study. A run that is
     * named twice counts once.
     */
    static List<EarlierStudy> earlier(Space<?> space, StudySpec spec, Optional<Configuration> start) {
        return earlier(spec, new Projection(space, start, spec.direction()));
    }

    /** Reads what was known when a run began that goes on. */
    static List<EarlierStudy> earlier(Space<?> space, StudySpec spec, Optional<Configuration> start, RunId run) {
        return earlier(
                spec, new Projection(space, start, spec.direction(), new Projection.Run(run.study(), run.number())));
    }

    private static List<EarlierStudy> earlier(StudySpec spec, Projection present) {
        Set<EarlierStudy> studies = new LinkedHashSet<>();
        spec.earlier().forEach(source -> studies.addAll(source.apply(present)));
        for (EarlierStudy study : studies) {
            if (study.direction() != spec.direction()) {
                throw new IllegalArgumentException("StudySpec.earlier (" + study.name() + ") must have direction "
                        + spec.direction() + ", as the study to start; it has " + study.direction());
            }
            study.results().forEach(result -> present.space().check(result.configuration()));
        }
        return List.copyOf(studies);
    }

    /**
     * Returns the start configuration, or why there is none.
     *
     * @throws ConfigurationException if the type gives one that cannot be
     */
    static <T> Start<Configuration> start(Space<T> space) {
        try {
            Start<T> start = space.start();
            return new Start<>(start.instance().map(space::configuration), start.reason());
        } catch (ConfigurationException e) {
            throw new ConfigurationException("start configuration of " + space.typeName() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "start configuration of " + space.typeName() + " could not be made: " + e
                            + "; its @Initial method must return it",
                    e);
        }
    }

    /**
     * Goes on with a run, beside others if it is shared.
     *
     * @throws StudyException if it is not shared, and another process goes on with it
     */
    static RunStore store(Space<?> space, StudySpec spec, RunId run) {
        if (spec.mode() == Mode.JOINED) {
            throw new IllegalArgumentException(
                    "StudySpec.mode (JOINED) must be another one to resume a run; Study.open takes part in the last one");
        }
        return spec.storage()
                .resume(run, space)
                .orElseThrow(
                        () -> new StudyException(
                                run
                                        + " must not be in use, but a process that lives goes on with it; end that one, or begin a new run"));
    }

    /**
     * Goes on with a run for further trials, if all is there from which they would set out. A run that cannot go on is not touched, so that one that came to its end keeps that.
     *
     * @throws StudyException if another process goes on with it, or if something is gone
     */
    static RunStore resumed(Space<?> space, StudySpec spec, RunId run) {
        if (spec.sampler().forks()) {
            stored(spec, run)
                    .ifPresent(header -> Checkpoints.requireThere(
                            spec,
                            header,
                            History.of(spec.storage().trials(run, space)),
                            facts(spec, header.seed(), List.of())));
        }
        return store(space, spec, run);
    }

    private static Optional<RunHeader> stored(StudySpec spec, RunId run) {
        return spec.storage().runs(run.study()).stream()
                .map(RunRecord::header)
                .filter(header -> header.id().equals(run))
                .findFirst();
    }

    /**
     * Checks that a run can go on as this study, if there is such a run.
     *
     * @throws IllegalArgumentException if its search space, its direction or what its values are is another one
     */
    static void requireSame(Space<?> space, StudySpec spec, RunId run) {
        Optional<RunHeader> stored = stored(spec, run);
        stored.filter(header -> header.goal().direction() != spec.direction()).ifPresent(header -> {
            throw new IllegalArgumentException(run + " must have direction " + spec.direction() + ", but began with "
                    + header.goal().direction() + "; begin a new run");
        });
        stored.filter(header -> header.aim().of() != spec.of()).ifPresent(header -> {
            throw new IllegalArgumentException(run + " must have of = " + spec.of() + ", but began with "
                    + header.aim().of() + "; begin a new run");
        });
        stored.filter(header -> !header.fingerprint().equals(space.fingerprint()))
                .ifPresent(header -> {
                    throw new IllegalArgumentException(run + " must have the search space of " + space.typeName()
                            + ", which was changed since ("
                            + SpaceChanges.inShort(changes(header, space)) + "); begin a new run");
                });
    }

    /** Returns what has become of the search space of a run and its start, a line for each parameter; empty if nothing has. */
    static List<String> changes(RunHeader then, Space<?> space) {
        return SpaceChanges.between(then.space(), space, start(space).instance());
    }

    /** Returns how many configurations of a source were tried; what was queued in the storage is not of the study's own queue. */
    static long count(History history, Origin.Source source) {
        return history.trials().stream()
                .map(trial -> trial.start().origin())
                .filter(origin -> origin.source() == source && !origin.isOfStorage())
                .count();
    }

    /** Returns the seed of a run. One that repeats configurations of a search draws other numbers than that. */
    static long seed(StudySpec spec, RunId run) {
        OptionalInt search = run.series().search();
        if (search.isEmpty()) {
            return spec.seed().orElseGet(() -> seed(spec.name(), run.number()));
        }
        return Purpose.REPETITION.seed(
                spec.seed().orElseGet(() -> seed(spec.name(), search.getAsInt())),
                run.kind().name().hashCode(),
                run.number());
    }

    /** Makes a seed of the name and the number of a run, the same on every machine. */
    private static long seed(String study, int run) {
        return Purpose.RUN.seed(run, study.chars().asLongStream().toArray());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.numeric.Purpose;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.storage.journal.SpaceMapping;
import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.storage.journal.line.Assignment;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Attributes;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Standing;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way between our trials and those of a journal, which loses nothing of ours; trials that others have written are read too. */
final class TrialMapping {

    private static final Set<Failure.Kind> SILENT = EnumSet.of(Failure.Kind.OUTSIDE, Failure.Kind.MOVED);

    private final Space<?> space;
    private final SpaceMapping mapping;
    private final RunHeader run;

    private TrialMapping(Space<?> space, RunHeader run) {
        this.space = space;
        this.mapping = SpaceMapping.of(space);
        this.run = run;
    }

    static TrialMapping of(RunHeader run, Space<?> space) {
        return new TrialMapping(space, run);
    }

    /** Returns a trial that is queued, with what it is to have, as whoever goes on with the run takes it. */
    Draft queued(Configuration wanted) {
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
        for (Parameter<?> parameter : space.parameters()) {
            if (wanted.contains(parameter)) {
                fixed.put(parameter.name(), mapping.external(parameter, wanted.raw(parameter)));
            }
        }
        return new Draft(
                Standing.waiting(),
                Map.of(),
                Attributes.none().with(Attribute.system(TrialAttributes.FIXED, fixed)),
                List.of());
    }

    /** Returns the parameters of a trial, as a line for each has them. */
    Map<String, Assignment> assignments(TrialRecord trial) {
        return mapping.assignments(trial.configuration());
    }

    /**
     * Returns the mapping of a stored run.
     *
     * @throws StorageException if it is none of ours
     */
    static TrialMapping of(StoredStudy stored, Space<?> space) {
        RunHeader header = RunAttributes.header(stored)
                .orElseThrow(() -> new StorageException(stored.name()
                        + " must be a run of this library, but was made by another tool; begin a run of your own"));
        return of(header, space);
    }

    /**
     * Returns a trial that begins, or that has ended with its beginning.
     *
     * @param id its number in the file
     * @param holder who runs it
     * @param given further attributes
     */
    Draft draft(TrialRecord trial, int id, String holder, List<Attribute> given) {
        Map<String, @Nullable Object> system = TrialAttributes.start(trial.start(), id, holder);
        if (trial.progress().inherited() > 0) {
            system.put(TrialAttributes.INHERITED, (long) trial.progress().inherited());
        }
        given.forEach(attribute -> system.put(attribute.key(), attribute.value()));
        Standing standing = Standing.running(trial.start().startedAt());
        Map<String, @Nullable Object> user = Map.of();
        if (trial.state().isFinished()) {
            Attributes end = TrialAttributes.end(trial);
            system.putAll(end.system());
            user = end.user();
            standing = new Standing(
                    trial.state(), values(trial), Optional.of(trial.start().startedAt()), trial.finishedAt());
        }
        return new Draft(standing, assignments(trial), new Attributes(user, system), trial.observations());
    }

    /** Returns operations that report what is not there yet; and first, of a trial that has begun anew, that it has. */
    static List<Operation> reports(StoredTrial trial, Progress progress) {
        List<Operation> operations = new ArrayList<>();
        List<Observation> all = progress.observations();
        boolean isAnew = progress.inherited() < new TrialAttributes(trial).inherited();
        if (isAnew) {
            operations.add(new Operation.TrialAttribute(trial.id(), TrialAttributes.anew()));
        }
        int known = isAnew ? 0 : trial.curve().size();
        for (Observation observation : all.subList(Math.min(known, all.size()), all.size())) {
            operations.add(new Operation.Report(trial.id(), observation));
        }
        return operations;
    }

    /** Returns how a trial that has ended stands. */
    Standing standing(TrialRecord trial) {
        return Standing.finished(
                trial.state(), values(trial), trial.finishedAt().orElseThrow());
    }

    /** Optuna wants one value for its one direction. That of a pruned trial it shows, and learns nothing from: its samplers take the last intermediate one. */
    private List<Double> values(TrialRecord trial) {
        if (trial.value().isPresent()) {
            return List.of(trial.value().getAsDouble());
        }
        if (trial.state() != TrialState.PRUNED) {
            return List.of();
        }
        Aim aim = run.aim();
        return aim.of() == Of.LAST
                ? lastFinite(trial)
                : aim.of().value(trial.progress(), aim.direction()).stream()
                        .filter(Double::isFinite)
                        .boxed()
                        .toList();
    }

    private static List<Double> lastFinite(TrialRecord trial) {
        return trial.observations().stream()
                .map(Observation::value)
                .filter(Double::isFinite)
                .reduce((earlier, later) -> later)
                .stream()
                .toList();
    }

    /**
     * Returns a trial as it stands. One of another tool is kept as failed if its configuration does not fit the space, and while it runs
     * it has what fits: it is never best, and nobody learns from it. So it is with one of ours of which not all can be read.
     *
     * @throws StorageException if it is one of ours and does not fit the space, or is another one than it says
     */
    TrialRecord record(StoredTrial stored) {
        TrialAttributes attributes = new TrialAttributes(stored);
        if (!attributes.isOurs()) {
            return other(stored, attributes);
        }
        if (!stored.unreadable().isEmpty()) {
            return other(stored, attributes);
        }
        Configuration configuration = configuration(stored, attributes);
        try {
            return record(stored, attributes, configuration, attributes.outcome());
        } catch (IllegalArgumentException e) {
            return unreadable(stored, attributes, configuration, String.valueOf(e.getMessage()));
        }
    }

    private Configuration configuration(StoredTrial stored, TrialAttributes attributes) {
        try {
            attributes.requireNumber();
            return mapping.configuration(stored.parameters());
        } catch (ConfigurationException e) {
            throw new StorageException(where(stored) + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new StorageException(where(stored) + " must be one of ours: " + e.getMessage(), e);
        }
    }

    /** Returns what of a trial of ours, as it is recorded, could not be read, so that it counts as failed. */
    Optional<String> fault(StoredTrial stored, TrialRecord recorded) {
        return recorded.failure()
                .filter(failure -> failure.kind() == Failure.Kind.OUTSIDE && new TrialAttributes(stored).isOurs())
                .map(failure -> where(stored) + ": " + failure.message());
    }

    private TrialRecord record(
            StoredTrial stored, TrialAttributes attributes, Configuration configuration, Outcome outcome) {
        return new TrialRecord(start(stored, attributes, configuration), attributes.progress(), outcome, end(stored));
    }

    private Optional<Instant> end(StoredTrial stored) {
        return stored.state().isFinished()
                ? stored.completedAt().or(stored::startedAt).or(() -> Optional.of(run.createdAt()))
                : Optional.empty();
    }

    /** Returns a trial that is queued, or that another tool has begun. */
    private TrialRecord other(StoredTrial stored, TrialAttributes attributes) {
        Fit fit = attributes.hasBegun() ? Fit.ofBegun(space, mapping, stored) : Fit.ofQueued(space, mapping, stored);
        try {
            Outcome outcome = attributes.outcome();
            return record(
                    stored,
                    attributes,
                    fit.configuration(),
                    fit.misfit().map(misfit -> misfit(outcome, misfit)).orElse(outcome));
        } catch (IllegalArgumentException e) {
            return unreadable(stored, attributes, Configuration.builder().build(), String.valueOf(e.getMessage()));
        }
    }

    /** What is written of one trial keeps nobody from reading the others. */
    private TrialRecord unreadable(
            StoredTrial stored, TrialAttributes attributes, Configuration configuration, String fault) {
        Outcome outcome =
                switch (stored.state()) {
                    case WAITING -> new Outcome.Waiting(Optional.of(fault));
                    case RUNNING -> new Outcome.Running();
                    case COMPLETE, PRUNED, FAILED -> new Outcome.Failed(Failure.of(Failure.Kind.OUTSIDE, fault));
                };
        TrialStart start = readable(stored, attributes, configuration);
        return new TrialRecord(start, Progress.NONE, outcome, end(stored));
    }

    /** Returns how a trial began, as far as that can be read. */
    private TrialStart readable(StoredTrial stored, TrialAttributes attributes, Configuration configuration) {
        try {
            return start(stored, attributes, configuration);
        } catch (IllegalArgumentException e) {
            return new TrialStart(
                    stored.number(),
                    configuration,
                    Purpose.TRIAL.seed(run.seed(), stored.number()),
                    attributes.hasBegun() ? Origin.of(Origin.Source.OTHER) : Origin.ofStorage(),
                    stored.startedAt().orElse(run.createdAt()));
        }
    }

    private static Outcome misfit(Outcome outcome, String misfit) {
        return switch (outcome.state()) {
            case WAITING -> new Outcome.Waiting(Optional.of(misfit));
            case RUNNING -> outcome;
            case COMPLETE, PRUNED, FAILED -> outside(outcome, misfit);
        };
    }

    private static Outcome outside(Outcome outcome, String misfit) {
        if (outcome instanceof Outcome.Failed failed
                && SILENT.contains(failed.failure().kind())) {
            return outcome;
        }
        String value = outcome instanceof Outcome.Complete complete
                ? "; its value (" + complete.values().get(0) + ") does not count"
                : "";
        return new Outcome.Failed(Failure.of(Failure.Kind.OUTSIDE, misfit + value));
    }

    private TrialStart start(StoredTrial stored, TrialAttributes attributes, Configuration configuration) {
        long seed = attributes.seed().orElseGet(() -> Purpose.TRIAL.seed(run.seed(), stored.number()));
        Instant begin = attributes.startedAt().or(stored::startedAt).orElse(run.createdAt());
        TrialKey key = new TrialKey(stored.number(), attributes.attempt());
        return new TrialStart(key, configuration, seed, attributes.origin(), begin);
    }

    private String where(StoredTrial stored) {
        return "run " + run.id() + ", trial " + stored.number();
    }

    /**
     * Returns a complete trial as it was stored, whatever its space; empty if it is not complete, or has something in it that cannot be read, such
     * as a choice that there is not.
     *
     * @param run the name of its run, for errors
     * @throws StorageException if it is one of ours and another one than it says
     */
    static Optional<Projection.Stored> complete(String run, StoredTrial stored) {
        TrialAttributes attributes = new TrialAttributes(stored);
        try {
            if (attributes.isOurs()) {
                attributes.requireNumber();
            }
        } catch (IllegalArgumentException e) {
            throw new StorageException("run " + run + ", trial " + stored.number() + ": " + e.getMessage(), e);
        }
        try {
            return complete(stored, attributes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Projection.Stored> complete(StoredTrial stored, TrialAttributes attributes) {
        // A fault in it makes it a failed trial, as above.
        Progress unused = attributes.progress();
        boolean isPart = attributes.origin().fork().isPresent();
        if (isPart || !stored.unreadable().isEmpty() || !(attributes.outcome() instanceof Outcome.Complete complete)) {
            return Optional.empty();
        }
        return Optional.of(
                new Projection.Stored(externals(stored), complete.values().get(0)));
    }

    private static Map<String, Object> externals(StoredTrial stored) {
        Map<String, Object> values = new HashMap<>();
        stored.parameters().forEach((name, assignment) -> {
            Object external = SpaceMapping.external(assignment);
            if (external != null) {
                values.put(name, external instanceof Number ? external : external.toString());
            }
        });
        return values;
    }
}

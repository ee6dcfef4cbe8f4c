// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.declaration.Concurrency;
import dev.hpo.junit.declaration.Goal;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Confirmations;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.Settings;
import dev.hpo.space.Space;
import dev.hpo.storage.CheckpointSweep;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.Storage;
import dev.hpo.storage.StorageException;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.TrialRecord;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a tuning test is made of: its space, its study and the places for what that leaves behind.
 *
 * @param method the test
 * @param space the space to search
 * @param spec what its study is, kept in memory
 * @param places where it keeps what it leaves behind
 * @param settings what the test is set to
 */
@API(status = Status.INTERNAL, since = "0.1")
public record StudySetup(
        TuningMethod method, Space<Object> space, StudySpec spec, StudyPlaces places, Settings settings) {

    /**
     * Reads what a test declares and is set to.
     *
     * @throws TuningConfigurationException if something of it is not right
     */
    public static StudySetup of(TuningMethod method, Settings settings, Concurrency concurrency) {
        settings.check();
        settings.confirm(method.confirm());
        String study = method.studyName();
        StudyPlaces places = settings.directory()
                .map(directory -> StudyPlaces.in(directory, study))
                .orElseGet(() -> StudyPlaces.of(method.testClass(), basedir(), study));
        Space<Object> space = ofObjects(method.slots().space());
        return new StudySetup(method, space, spec(method, space, settings, concurrency), places, settings);
    }

    /** Returns the folder of the module that it is in, as an absolute path. */
    Path module() {
        return StudyFolder.module(method.testClass(), basedir())
                .toAbsolutePath()
                .normalize();
    }

    /** Returns a text with its paths from the folder of the module on, where they are within, so that it says the same on every machine. */
    String inModule(String text) {
        // Within the path of another folder, the same names mean other ones.
        return Pattern.compile("(?<![\\w.~/\\\\-])" + Pattern.quote(module() + File.separator))
                .matcher(text)
                .replaceAll("");
    }

    /** Returns a text for an error, which others may read: as {@link #inModule} does, with {@code .} for the folder of the module itself and {@code ~} for the user's. */
    String told(String text) {
        return StudyFiles.mask(module()).of(inModule(text));
    }

    /** Returns the file of its runs as errors name it. */
    String journal() {
        return told(places.journal().toString());
    }

    /** Returns the folder that Maven says it builds; empty elsewhere. */
    private static Optional<String> basedir() {
        return Optional.ofNullable(System.getProperty("basedir"));
    }

    /** Returns how what its search finds is confirmed; empty if it is not. */
    Optional<Confirmations> confirmations() {
        return settings.confirm(method.confirm());
    }

    /** Returns which settings of that have no effect, as nothing is confirmed. */
    List<String> idleConfirmations() {
        return settings.idleConfirmations(method.confirm());
    }

    /** Returns whether the first failed trial ends it. */
    boolean isStrict() {
        return settings.failFast();
    }

    private static StudySpec spec(TuningMethod method, Space<?> space, Settings settings, Concurrency concurrency) {
        Goal goal = method.goal();
        StudySpec spec = StudySpec.of(method.studyName(), goal.metric(), goal.direction())
                .withOf(goal.of())
                .withWindow(settings.window())
                .withMode(concurrency.mode());
        if (concurrency.mode() == Mode.CONCURRENT || concurrency.mode() == Mode.JOINED) {
            spec = spec.withThreads(concurrency.atOnce());
        }
        spec = settings.timeout().map(spec::withTimeout).orElse(spec);
        if (settings.seed().isPresent()) {
            spec = spec.withSeed(settings.seed().getAsLong());
        }
        spec = settings.checkpoints().map(spec::withCheckpoints).orElse(spec);
        Parts parts = new Parts(method, settings);
        return settings.population().isPresent()
                ? new Raised(settings.population().get().plan(space)).spec(spec, parts.starts())
                : ordinary(spec, settings, parts);
    }

    private static StudySpec ordinary(StudySpec common, Settings settings, Parts parts) {
        StudySpec spec = common.withTrials(settings.trials());
        if (settings.trainings().isPresent()) {
            spec = spec.withTrainings(settings.trainings().getAsInt());
        }
        if (settings.steps().isPresent()) {
            spec = spec.withSteps(settings.steps().getAsLong());
        }
        if (settings.patience().isPresent()) {
            spec = spec.withPatience(settings.patience().getAsInt());
        }
        spec = parts.sampler().map(spec::withSampler).orElse(spec);
        return parts.pruner().map(spec::withPruner).orElse(spec);
    }

    /** Returns the population that it raises; empty for an ordinary study. */
    Optional<Raised> raised() {
        return Raised.of(spec);
    }

    /** Returns whether its runs are kept in a file. */
    public boolean isKept() {
        return settings.isKept();
    }

    /** Returns the best trial of a study so far: of a population one that is a part of it. */
    Optional<TrialRecord> best(Study<?> study) {
        return raised().map(raised -> raised.best(study.history(), study.spec().direction()))
                .orElseGet(study::best);
    }

    /**
     * Opens its study, with what it begins with: configurations to try first, and earlier studies.
     *
     * @param refuted that re-tests have found what was accepted to be worse; empty if they have not
     * @param commands run the test once more
     * @throws TuningConfigurationException if it is to be kept and cannot be, if the run that it is to go on with cannot go on, or if a
     *     configuration cannot be had
     */
    Opened open(Optional<Refutation> refuted, Commands commands) {
        Map<String, String> cold = new LinkedHashMap<>();
        StudySpec whole = WarmStarts.of(FirstTries.of(spec, this), this, cold);
        return storing(() -> {
            StudySpec kept = kept(whole);
            Opened opened = new Opening(this, kept, new Acceptable(this, kept, refuted, commands)).open();
            cold.values().forEach(Console::print);
            sweep();
            return opened;
        });
    }

    /** Returns what a study is, with the place where it is kept. */
    StudySpec kept(StudySpec study) {
        return isKept() ? study.withCode(method.code()).withStorage(storage()) : study;
    }

    /**
     * Does what needs the place where studies are kept.
     *
     * @throws TuningConfigurationException if they are to be kept and cannot be
     */
    <R> R storing(Supplier<R> step) {
        try {
            return step.get();
        } catch (StorageException e) {
            throw new TuningConfigurationException(
                    told(String.valueOf(e.getMessage())) + "; else " + settings.option(Setting.DIRECTORY)
                            + "=DIR keeps studies in another folder, and " + Setting.STORAGE.option()
                            + "=memory nowhere",
                    e);
        }
    }

    /** Moves older runs out of the file that a new one begins in. If that cannot be, it is larger than need be, and no more. */
    void makeRoom() {
        if (!isKept()) {
            return;
        }
        try {
            new JournalStorage(places.journal()).archive(method.studyName(), settings.keep());
        } catch (StorageException e) {
            Console.print("hpo: " + method.shortName() + ": older runs stay in the file of the new one: "
                    + told(String.valueOf(e.getMessage())));
        }
    }

    /** Removes checkpoints that nobody has come back for; those of the run that has just been opened are in use. */
    private void sweep() {
        Optional<Path> place = settings.checkpoints()
                .or(() -> isKept() ? new JournalStorage(places.journal()).checkpoints() : Optional.empty());
        CheckpointSweep sweep = new CheckpointSweep(settings.checkpointsAge(), settings.checkpointsSize());
        int removed = 0;
        try {
            removed = place.map(swept -> sweep.sweep(swept, method.studyName(), runs(), Instant.now()))
                    .orElse(0);
        } catch (StorageException e) {
            // What cannot be known now is swept another time.
        }
        if (removed > 0) {
            Console.print("hpo: " + method.shortName() + ": removed the checkpoints of " + removed
                    + (removed == 1 ? " run" : " runs") + " that nobody uses any more; "
                    + Setting.CHECKPOINTS_AGE.key() + " and " + Setting.CHECKPOINTS_SIZE.key() + " say how many stay");
        }
    }

    /** Returns the file to which a run of its study was moved, as errors name it; empty if it was not. */
    Optional<String> moved(int run) {
        return isKept()
                ? new JournalStorage(places.journal())
                        .moved(method.studyName(), run)
                        .map(file -> told(file.toString()))
                : Optional.empty();
    }

    /**
     * Returns the runs of its study, those in memory aside.
     *
     * @throws StorageException if they cannot be read
     */
    List<RunRecord> runs() {
        return isKept() ? new JournalStorage(places.journal()).runs(method.studyName()) : List.of();
    }

    /** It holds nothing open beside its runs. */
    private Storage storage() {
        places.makeFolder();
        return new JournalStorage(places.journal());
    }

    /** Returns the trials that the invocations of the test have run the last time. */
    public StoredInvocations storedInvocations() {
        return new StoredInvocations(this);
    }

    /**
     * Returns the last run of the study, or the one that it goes on with.
     *
     * @throws TuningConfigurationException if there is none, or its search space was another one
     */
    public StoredRun storedRun() {
        return storedRun(settings.resume().run());
    }

    /**
     * Returns a run of the study.
     *
     * @param run its number; empty for the last one
     * @throws TuningConfigurationException if there is none, or its search space was another one
     */
    public StoredRun storedRun(OptionalInt run) {
        if (!isKept()) {
            throw new TuningConfigurationException(method.shortName()
                    + " must have a stored run to run a trial of it again; leave out " + Setting.STORAGE.key()
                    + "=memory, which keeps none.");
        }
        return StoredRun.read(method, space, places, run);
    }

    /** Safe, since a study only ever decodes instances from its space, and never gets any. */
    @SuppressWarnings("unchecked")
    private static Space<Object> ofObjects(Space<?> space) {
        return (Space<Object>) space;
    }
}

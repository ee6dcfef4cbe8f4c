// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.declaration.Concurrency;
import dev.hpo.junit.declaration.Goal;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.Settings;
import dev.hpo.space.Space;
import dev.hpo.storage.JsonLinesStorage;
import dev.hpo.storage.Storage;
import dev.hpo.study.Mode;
import dev.hpo.study.StudySpec;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a tuning test is made of: its space, its study and the folder for its files.
 *
 * @param method the test
 * @param space the space to search
 * @param spec what its study is, kept in memory
 * @param folder the study's own folder
 * @param settings what the test is set to
 */
@API(status = Status.INTERNAL, since = "0.1")
public record StudySetup(TuningMethod method, Space<Object> space, StudySpec spec, Path folder, Settings settings) {

    /**
     * Reads what a test declares and is set to.
     *
     * @throws TuningConfigurationException if something of it is not right
     */
    public static StudySetup of(TuningMethod method, Settings settings, Concurrency concurrency) {
        Path folder = settings.text(Setting.DIRECTORY)
                .map(Path::of)
                .orElseGet(
                        () -> StudyFolder.of(method.testClass(), Optional.ofNullable(System.getProperty("basedir"))));
        settings.check();
        return new StudySetup(
                method,
                ofObjects(method.slots().space()),
                spec(method, settings, concurrency),
                folder.resolve(FolderName.of(method.studyName())),
                settings);
    }

    /**
     * Returns what its study is, with what it begins with: configurations to try first, and earlier studies.
     *
     * @throws TuningConfigurationException if a configuration cannot be had
     */
    StudySpec beginning() {
        return WarmStarts.of(FirstTries.of(spec, this), this);
    }

    /** Returns whether the first failed trial ends it. */
    boolean isStrict() {
        return settings.failFast();
    }

    private static StudySpec spec(TuningMethod method, Settings settings, Concurrency concurrency) {
        Goal goal = method.goal();
        Parts parts = new Parts(method, settings);
        StudySpec spec = StudySpec.of(method.studyName(), goal.metric(), goal.direction())
                .withOf(goal.of())
                .withTrials(settings.trials())
                .withWindow(settings.window())
                .withMode(concurrency.mode());
        if (concurrency.mode() == Mode.CONCURRENT) {
            spec = spec.withThreads(concurrency.atOnce());
        }
        spec = settings.timeout().map(spec::withTimeout).orElse(spec);
        if (settings.patience().isPresent()) {
            spec = spec.withPatience(settings.patience().getAsInt());
        }
        if (settings.seed().isPresent()) {
            spec = spec.withSeed(settings.seed().getAsLong());
        }
        spec = parts.sampler().map(spec::withSampler).orElse(spec);
        return parts.pruner().map(spec::withPruner).orElse(spec);
    }

    /** Returns the study's storage, which the caller closes. */
    Storage storage() {
        return new JsonLinesStorage(folder);
    }

    /** Returns the last run of the study. */
    public StoredRun storedRun() {
        try (Storage storage = storage()) {
            return StoredRun.read(method.shortName(), method.studyName(), space, storage);
        }
    }

    /** Safe, since a study only ever decodes instances from its space, and never gets any. */
    @SuppressWarnings("unchecked")
    private static Space<Object> ofObjects(Space<?> space) {
        return (Space<Object>) space;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.Settings;
import dev.hpo.storage.EarlierRuns;
import dev.hpo.storage.StorageException;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Projection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The earlier studies that a test starts from. */
final class WarmStarts {

    private static final String LAST = "last";

    private final String asked;
    private final Path folder;

    private WarmStarts(String asked, Path folder) {
        this.asked = asked;
        this.folder = folder;
    }

    /** Returns a study started from what a test asks for: nothing, unless it asks. */
    static StudySpec of(StudySpec cold, StudySetup setup) {
        Optional<String> given = setup.settings().text(Setting.WARM);
        if (given.isPresent()) {
            return given(given.get(), cold, setup);
        }
        String asked = "@WarmStart of " + setup.method().shortName();
        return setup.method()
                .warmStart()
                .map(declared -> new WarmStarts(asked, setup.folder()).warm(cold, List.of(declared.value())))
                .orElse(cold);
    }

    private static StudySpec given(String text, StudySpec cold, StudySetup setup) {
        if (text.equals("false")) {
            return cold;
        }
        WarmStarts starts = new WarmStarts(Setting.WARM.key(), setup.folder());
        if (text.isEmpty() || text.equals("true")) {
            return starts.warm(cold, List.of());
        }
        List<String> names = Settings.names(text);
        if (names.isEmpty()) {
            throw new TuningConfigurationException(Setting.WARM.key() + " (" + text
                    + ") must be true, false, last, or names of studies with commas between");
        }
        return starts.warm(cold, names);
    }

    private StudySpec warm(StudySpec cold, List<String> names) {
        if (names.isEmpty()) {
            return cold.withEarlier(checked(EarlierRuns.ifAny(folder), ""));
        }
        StudySpec warm = cold;
        for (String name : names) {
            warm = warm.withEarlier(checked(runs(name), " (" + name + ")"));
        }
        return warm;
    }

    private EarlierRuns runs(String name) {
        if (name.equals(LAST)) {
            return EarlierRuns.ifAny(folder).last();
        }
        Path beside = folder.resolveSibling(FolderName.of(name));
        try {
            Path given = Path.of(name);
            if (!Files.isDirectory(beside) && !Files.exists(given)) {
                throw new TuningConfigurationException(asked + " (" + name + ") must be the name of a study beside "
                        + folder
                        + ", or the path of a study's directory or of the file of a run, from "
                        + Path.of("").toAbsolutePath() + "; or start cold, with " + Setting.WARM.key() + "=false");
            }
            return EarlierRuns.at(Files.isDirectory(beside) ? beside : given);
        } catch (InvalidPathException e) {
            throw new TuningConfigurationException(
                    asked + " (" + name + ") must be the name of a study beside " + folder + ", or a path.", e);
        }
    }

    private Function<Projection, List<EarlierStudy>> checked(EarlierRuns runs, String name) {
        return present -> {
            try {
                List<EarlierStudy> earlier = runs.apply(present);
                if (earlier.stream().allMatch(study -> study.results().isEmpty())) {
                    Console.print("hpo: " + asked + name + " found no earlier trials"
                            + (earlier.isEmpty() ? "" : " in the present search space") + "; this study starts cold.");
                }
                return earlier;
            } catch (StorageException e) {
                throw new TuningConfigurationException(
                        asked + name + ": " + e.getMessage() + "; or start cold, with " + Setting.WARM.key() + "=false",
                        e);
            }
        };
    }
}

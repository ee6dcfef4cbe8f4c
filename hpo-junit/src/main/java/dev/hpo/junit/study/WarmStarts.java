// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The earlier studies that a test starts from. */
final class WarmStarts {

    private static final String LAST = "last";

    private final String asked;
    private final StudySetup setup;
    private final StudyPlaces places;
    private final Map<String, String> notes;

    private WarmStarts(String asked, StudySetup setup, Map<String, String> notes) {
        this.asked = asked;
        this.setup = setup;
        this.places = setup.places();
        this.notes = notes;
    }

    /**
     * Returns a study started from what a test asks for: nothing, unless it asks.
     *
     * @param notes takes what is to be said once the study has begun: of each name that was asked for, that nothing was found. What is found
     *     depends on the run, and may be looked for more than once
     */
    static StudySpec of(StudySpec cold, StudySetup setup, Map<String, String> notes) {
        Optional<String> given = setup.settings().text(Setting.WARM);
        if (given.isPresent()) {
            return given(given.get(), cold, new WarmStarts(Setting.WARM.key(), setup, notes));
        }
        String asked = "@WarmStart of " + setup.method().shortName();
        return setup.method()
                .warmStart()
                .map(declared -> new WarmStarts(asked, setup, notes).warm(cold, List.of(declared.value())))
                .orElse(cold);
    }

    private static StudySpec given(String text, StudySpec cold, WarmStarts starts) {
        if (text.equals("false")) {
            return cold;
        }
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
            return cold.withEarlier(checked(all(places), ""));
        }
        StudySpec warm = cold;
        for (String name : names) {
            warm = warm.withEarlier(checked(runs(name), " (" + name + ")"));
        }
        return warm;
    }

    private Function<Projection, List<EarlierStudy>> runs(String name) {
        if (name.equals(LAST)) {
            return last();
        }
        StudyPlaces beside = places.beside(name);
        if (Files.isRegularFile(beside.journal())) {
            return all(beside);
        }
        return EarlierRuns.at(Files.isDirectory(beside.reports()) ? beside.reports() : path(name));
    }

    /** Returns the runs of a study, the oldest first: those that were kept before there were journals, and those of its journal. */
    private static Function<Projection, List<EarlierStudy>> all(StudyPlaces of) {
        return present -> Stream.of(of.reports(), of.journal())
                .flatMap(place -> EarlierRuns.ifAny(place).apply(present).stream())
                .toList();
    }

    private Function<Projection, List<EarlierStudy>> last() {
        boolean isInJournal = Files.isRegularFile(places.journal());
        return EarlierRuns.ifAny(isInJournal ? places.journal() : places.reports())
                .last();
    }

    private Path path(String name) {
        try {
            Path given = Path.of(name);
            if (Files.exists(given)) {
                return given;
            }
            throw new TuningConfigurationException(unknown(name));
        } catch (InvalidPathException e) {
            throw new TuningConfigurationException(unknown(name), e);
        }
    }

    private String unknown(String name) {
        return asked + " (" + name + ") must be the name of a study beside " + setup.journal()
                + ", or the path of a study's journal, from "
                + setup.told(Path.of("").toAbsolutePath().toString()) + "; or start cold, with "
                + Setting.WARM.key() + "=false";
    }

    private Function<Projection, List<EarlierStudy>> checked(
            Function<Projection, List<EarlierStudy>> runs, String name) {
        return present -> {
            try {
                List<EarlierStudy> earlier = runs.apply(present);
                notes.remove(name);
                if (earlier.stream().allMatch(study -> study.results().isEmpty())) {
                    notes.put(
                            name,
                            "hpo: " + asked + name + " found no earlier trials"
                                    + (earlier.isEmpty() ? "" : " in the present search space")
                                    + "; this study starts cold.");
                }
                return earlier;
            } catch (StorageException e) {
                throw new TuningConfigurationException(
                        asked + name + ": " + setup.told(String.valueOf(e.getMessage())) + "; or start cold, with "
                                + Setting.WARM.key() + "=false",
                        e);
            }
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.space.NearestName;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The studies in the files of a folder.
 *
 * @param folder the folder
 * @param all the studies, by the names of their files
 * @param faults why some files cannot be read, for people
 */
record KeptStudies(Path folder, List<KeptStudy> all, List<String> faults) {

    private static final String JOURNAL = ".log";

    /**
     * Reads a folder.
     *
     * @throws CommandException if there is none
     */
    static KeptStudies in(Path folder) {
        List<KeptStudy> all = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : journals(folder)) {
            try {
                all.addAll(of(file));
            } catch (StorageException e) {
                faults.add(e.getMessage() + ".");
            }
        }
        return new KeptStudies(folder, withoutMoved(all), faults);
    }

    /** Runs that were moved to files of their own are those of the study they were moved from. */
    private static List<KeptStudy> withoutMoved(List<KeptStudy> all) {
        Set<RunId> moved = new HashSet<>();
        all.forEach(study -> study.moved().forEach(run -> moved.add(run.id())));
        return all.stream()
                .filter(study -> !study.moved().isEmpty()
                        || !study.runs().stream().map(RunRecord::id).allMatch(moved::contains))
                .toList();
    }

    /**
     * Returns the files of a folder that may be journals.
     *
     * @throws CommandException if there is no such folder
     */
    static List<Path> journals(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandException(
                    "folder (" + folder
                            + ") must be there to have studies; go to the folder of the module, or name another with --directory.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(JOURNAL) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandException("folder (" + folder + ") must be readable: " + e, e);
        }
    }

    private static List<KeptStudy> of(Path file) {
        Map<String, List<RunRecord>> byStudy = new LinkedHashMap<>();
        JournalStorage storage = new JournalStorage(file);
        for (RunRecord run : storage.runs()) {
            byStudy.computeIfAbsent(run.id().study(), study -> new ArrayList<>())
                    .add(run);
        }
        List<RunRecord> archived = storage.archived();
        archived.forEach(run -> byStudy.computeIfAbsent(run.id().study(), study -> new ArrayList<>()));
        return byStudy.entrySet().stream()
                .map(study -> new KeptStudy(
                        study.getKey(),
                        file,
                        List.copyOf(study.getValue()),
                        archived.stream()
                                .filter(run -> run.id().study().equals(study.getKey()))
                                .toList()))
                .toList();
    }

    /**
     * Finds the study in a file.
     *
     * @return empty if there is no such file
     * @throws CommandException if it does not have exactly one
     */
    static Optional<KeptStudy> inFile(String name) {
        Path file;
        try {
            file = Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!name.endsWith(JOURNAL) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        KeptStudies alone = new KeptStudies(file, of(file), List.of());
        return Optional.of(alone.only(name, alone.all));
    }

    /**
     * Finds a study by its name, as {@code studies} prints it, or by the end of its name after a dot.
     *
     * @throws CommandException if there is none, or more than one
     */
    KeptStudy find(String name) {
        List<KeptStudy> found = exactly(name);
        return only(name, found.isEmpty() ? where(study -> study.name().endsWith("." + name)) : found);
    }

    /**
     * Finds a study by its whole name.
     *
     * @throws CommandException if there is none, or more than one
     */
    KeptStudy findExactly(String name) {
        return only(name, exactly(name));
    }

    private List<KeptStudy> exactly(String name) {
        List<KeptStudy> found = where(study -> study.name().equals(name));
        return found.isEmpty() ? where(study -> study.shown().equals(name)) : found;
    }

    private List<KeptStudy> where(Predicate<KeptStudy> condition) {
        return all.stream().filter(condition).toList();
    }

    private KeptStudy only(String name, List<KeptStudy> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> names = (found.isEmpty() ? all : found)
                .stream()
                        .map(study -> study.shown()
                                + (found.isEmpty() ? "" : " in " + study.file().getFileName()))
                        .toList();
        if (found.size() > 1) {
            throw new CommandException(
                    "STUDY (" + name + ") must mean one study; there are " + String.join(", ", names) + ".");
        }
        throw new CommandException("STUDY (" + name + ") must be a study in " + folder + "; "
                + (names.isEmpty() ? "there is none." : NearestName.advice(name, names))
                + (faults.isEmpty() ? "" : "\n" + String.join("\n", faults)));
    }
}

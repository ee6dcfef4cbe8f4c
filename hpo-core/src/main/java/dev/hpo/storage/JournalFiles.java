// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.VisibleText;
import dev.hpo.storage.journal.Fault;
import dev.hpo.storage.journal.Following;
import dev.hpo.storage.journal.Journal;
import dev.hpo.storage.journal.JournalException;
import dev.hpo.storage.journal.JournalSettings;
import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.StoredStudy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens the file of a journal, and those to which runs of it were moved, and says once what is damaged there.
 *
 * @param file the file of the journal
 * @param archives where its older runs are
 */
record JournalFiles(Path file, Archives archives) {

    /** What was said of damaged lines, once for each. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    Journal open(Following following) {
        Journal journal = Journal.open(file, JournalSettings.of(following));
        journal.tell(JournalFiles::tell);
        return journal;
    }

    /** The logger is made when there is something to say, as loggers take long to load. */
    private static void tell(Fault fault) {
        if (TOLD.add(fault.message())) {
            System.getLogger(JournalFiles.class.getName())
                    .log(System.Logger.Level.WARNING, VisibleText.lines(fault.message()));
        }
    }

    /** Opens this file, or the one to which the run was moved. */
    Journal openRun(RunId run, Following following) {
        Path moved = archives.file(run);
        return find(run, following)
                .or(() -> moved.equals(file) || !Files.exists(moved)
                        ? Optional.empty()
                        : new JournalFiles(moved, new Archives(moved)).find(run, following))
                .orElseThrow(() -> missing(run));
    }

    private Optional<Journal> find(RunId run, Following following) {
        if (Files.exists(file)) {
            Journal journal = open(following);
            boolean isThere = false;
            try {
                isThere = journal.read(state -> state.study(run.toString()).isPresent());
            } finally {
                if (!isThere) {
                    journal.close();
                }
            }
            if (isThere) {
                return Optional.of(journal);
            }
        }
        return Optional.empty();
    }

    /** Reads something of the file. */
    <R> R read(Following following, Function<JournalState, R> function) {
        return translated(() -> {
            try (Journal journal = open(following)) {
                return journal.read(function);
            }
        });
    }

    /** Reads something of a run, here or where it was moved to, without its reports. */
    <R> R readRun(RunId run, Function<StoredStudy, R> function) {
        return readRun(
                run, Following.study(run.toString()).withoutReports(), (stored, journal) -> function.apply(stored));
    }

    /** Reads something of a run, here or where it was moved to. */
    <R> R readRun(RunId run, Following following, BiFunction<StoredStudy, Journal, R> function) {
        return translated(() -> {
            try (Journal journal = openRun(run, following)) {
                return journal.read(
                        state -> function.apply(state.study(run.toString()).orElseThrow(), journal));
            }
        });
    }

    StorageException missing(RunId run) {
        return new StorageException(file + " must have the run (" + run + "); begin it first");
    }

    static <R> R translated(Supplier<R> action) {
        try {
            return action.get();
        } catch (JournalException e) {
            throw new StorageException(String.valueOf(e.getMessage()), e);
        }
    }
}

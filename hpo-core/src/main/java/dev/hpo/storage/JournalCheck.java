// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static dev.hpo.storage.JournalFiles.translated;

import dev.hpo.storage.journal.Fault;
import dev.hpo.storage.journal.Following;
import dev.hpo.storage.journal.Journal;
import dev.hpo.storage.journal.JournalSettings;
import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.StoredStudy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a reading of all of a journal has found.
 *
 * @param runs how many runs of this library there are
 * @param trials how many trials these have
 * @param faults what is wrong, for people, each with the file and the line, or the run and the trial
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record JournalCheck(int runs, int trials, List<String> faults) {

    /** Creates a result. */
    public JournalCheck {
        faults = List.copyOf(faults);
    }

    /**
     * Reads a journal to its end. Nothing is written.
     *
     * @throws StorageException if it is not there, cannot be read, or is none
     */
    public static JournalCheck of(Path file) {
        return translated(() -> {
            try (Journal journal = open(file)) {
                return journal.read(state -> of(journal, state));
            }
        });
    }

    /**
     * Mends what can be mended, as every program that writes to the file does, and reads it again. What is taken out is kept in a file
     * beside it.
     *
     * @return what was done, and what is left
     * @throws StorageException if it is not there, cannot be read or written, or is none
     */
    public static Mended mend(Path file) {
        List<String> done = translated(() -> {
            try (Journal journal = open(file)) {
                List<String> torn = torn(journal);
                journal.append(state -> List.of());
                return Stream.concat(
                                torn.stream(),
                                journal.faults().stream().map(Fault::message).filter(Journal::isMended))
                        .toList();
            }
        });
        return new Mended(done, of(file));
    }

    /**
     * What a mending has come to.
     *
     * @param done what was wrong and is no more
     * @param left what is found now
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Mended(List<String> done, JournalCheck left) {}

    private static Journal open(Path file) {
        if (!Files.exists(file)) {
            throw new StorageException(file + " must be there");
        }
        return Journal.open(file, JournalSettings.of(Following.everything()));
    }

    private static JournalCheck of(Journal journal, JournalState state) {
        List<String> faults =
                new ArrayList<>(journal.faults().stream().map(Fault::message).toList());
        faults.addAll(torn(journal));
        int runs = 0;
        int trials = 0;
        for (StoredStudy stored : state.studies()) {
            try {
                if (RunAttributes.header(stored).isPresent()) {
                    runs++;
                    trials += stored.size();
                    RunHeader header = RunAttributes.header(stored).get();
                    faults.addAll(KeptRun.of(new RunRecord(header, RunAttributes.end(stored), false), stored)
                            .faults());
                }
            } catch (StorageException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return new JournalCheck(runs, trials, faults);
    }

    private static List<String> torn(Journal journal) {
        long bytes = journal.tornBytes();
        return bytes == 0
                ? List.of()
                : List.of(journal.path() + " ends in a torn line of " + bytes
                        + " bytes, which the next one to write cuts off");
    }
}

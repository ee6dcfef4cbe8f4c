// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The last searches of a study before one, as its page lays them over it: those of the same space and goal. */
@API(status = Status.INTERNAL, since = "0.1")
public final class RunsBefore {

    /** More lines than that tell nothing any more. */
    private static final int MOST = 3;

    /** A larger file takes longer to read than the page is worth. */
    private static final long LARGEST = 20_000_000;

    private RunsBefore() {}

    /**
     * Returns them by rising number; none where they cannot be read, or not fast enough.
     *
     * @param journal the file that has the study
     * @param present the search that they are laid over
     */
    public static List<StudyView> of(Path journal, StudyView present) {
        try {
            if (!Files.exists(journal) || Files.size(journal) > LARGEST) {
                return List.of();
            }
            JournalStorage storage = new JournalStorage(journal);
            List<RunHeader> searches = storage.runs(present.facts().study()).stream()
                    .map(RunRecord::header)
                    .filter(run -> run.id().kind() == RunKind.SEARCH)
                    .toList();
            // A space that was read from a file has not the fingerprint of the class that it was.
            Optional<String> fingerprint = searches.stream()
                    .filter(run -> run.id().number() == present.run().number())
                    .map(RunHeader::fingerprint)
                    .findFirst();
            List<RunHeader> before = searches.stream()
                    .filter(run -> run.id().number() < present.run().number()
                            && fingerprint.filter(run.fingerprint()::equals).isPresent()
                            && run.aim().equals(present.facts().aim()))
                    .toList();
            return before.stream()
                    .skip(Math.max(0, before.size() - MOST))
                    .map(run -> view(run, History.of(storage.trials(run.id(), present.space())), present))
                    .toList();
        } catch (IOException | StorageException e) {
            return List.of();
        }
    }

    private static StudyView view(RunHeader run, History history, StudyView present) {
        StudyFacts facts = new StudyFacts(run.id().study(), run.aim(), run.seed(), run.budget(), List.of());
        StudyRun about = new StudyRun(run.id().number(), run.goal().metric(), "", run.createdAt(), Optional.empty());
        return new StudyView(facts, about, present.space(), history);
    }
}

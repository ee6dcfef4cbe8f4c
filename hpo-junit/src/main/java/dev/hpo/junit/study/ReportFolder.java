// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.report.BestProperties;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the reports of a run go: to the folder of its study, unless a later run that goes on at the same time, or did so, has written
 * there. Then they go to a folder within that, and neither overwrites the other's.
 *
 * @param setup what the study is made of
 * @param run the number of the run
 * @param since since when it goes on in this process
 */
record ReportFolder(StudySetup setup, int run, Instant since) {

    static final String BEST = "best.properties";

    /** Returns the folder as things are now. */
    Path path() {
        Path usual = setup.places().reports();
        OptionalInt owner = owner(usual, setup.method().studyName());
        return owner.isPresent() && isLaterAndAtOnce(owner.getAsInt()) ? within(usual, run) : usual;
    }

    /** Returns the folder of a run beside another one's reports. */
    static Path within(Path usual, int run) {
        return usual.resolve("run-" + run);
    }

    /** Returns which run of a study the reports in a folder are of, as far as that can be read. */
    static OptionalInt owner(Path folder, String study) {
        Path best = folder.resolve(BEST);
        if (!Files.isRegularFile(best)) {
            return OptionalInt.empty();
        }
        try (Reader text = Files.newBufferedReader(best)) {
            return BestProperties.run(study, text);
        } catch (IOException e) {
            // What cannot be read is nobody's.
            return OptionalInt.empty();
        }
    }

    /** Returns whether the usual folder has the best configuration of another run that goes on. */
    boolean isOfAnotherAtOnce() {
        OptionalInt owner = owner(setup.places().reports(), setup.method().studyName());
        return owner.isPresent()
                && owner.getAsInt() != run
                && find(owner.getAsInt()).filter(RunRecord::isHeld).isPresent();
    }

    /** The numbers begin anew when somebody has deleted the study, and a run that was over before this one went on does not matter. */
    private boolean isLaterAndAtOnce(int owner) {
        return owner > run
                && find(owner)
                        .filter(later ->
                                later.isHeld() || !later.header().createdAt().isBefore(since))
                        .isPresent();
    }

    private Optional<RunRecord> find(int number) {
        try {
            return setup.runs().stream()
                    .filter(found ->
                            found.id().kind() == RunKind.SEARCH && found.id().number() == number)
                    .findFirst();
        } catch (StorageException e) {
            return Optional.empty();
        }
    }
}

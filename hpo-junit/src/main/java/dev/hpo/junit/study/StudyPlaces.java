// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.storage.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a study keeps what it leaves behind: its runs where nothing is cleaned up, and reports, which can be made again from them.
 *
 * @param journal the file of its runs
 * @param reports the folder of its reports; runs were kept there too, before there were journals
 */
@API(status = Status.INTERNAL, since = "0.1")
public record StudyPlaces(Path journal, Path reports) {

    /** The folder in a module. */
    private static final String FOLDER = ".hpo";

    /** Optuna's tools know a journal by it. */
    private static final String JOURNAL = ".log";

    /**
     * Returns the usual places: in the folder of the module that a class is in, and in what its build tool writes to.
     *
     * @param basedir the system property that Maven sets; empty elsewhere
     */
    static StudyPlaces of(Class<?> testClass, Optional<String> basedir, String study) {
        Path journals = StudyFolder.module(testClass, basedir).resolve(FOLDER);
        return in(journals, StudyFolder.of(testClass, basedir), study);
    }

    /** Returns the places in a folder that the user has named. */
    static StudyPlaces in(Path directory, String study) {
        return in(directory, directory, study);
    }

    /**
     * Returns the places of a study whose journals are in a folder, for whoever has not its class.
     *
     * @param isNamed whether the user has named the folder, which then has the reports too; else they go to the folder for what is built,
     *     beside that of the journals, if there is one
     */
    public static StudyPlaces of(Path journals, boolean isNamed, String study) {
        Path reports = isNamed ? journals : StudyFolder.beside(journals).orElse(journals);
        return in(journals, reports, study);
    }

    private static StudyPlaces in(Path journals, Path reports, String study) {
        String name = FolderName.of(study);
        String own = FolderName.of(study, written(reports.resolve(name)));
        return new StudyPlaces(absolute(journals.resolve(name + JOURNAL)), absolute(reports.resolve(own)));
    }

    /** Returns how the file system writes a name, if it is there. A journal may have several studies, but not a folder of reports. */
    private static Optional<String> written(Path path) {
        try {
            return Optional.of(
                    path.toRealPath(LinkOption.NOFOLLOW_LINKS).getFileName().toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Returns the folder for reports that are made anew of a run: the usual one, unless those of a later run are there.
     *
     * @param study the name of the study
     * @param run the number of the run
     * @param isRun whether the study has a run of a number; they begin anew when somebody has deleted the study
     */
    public Path reports(String study, int run, IntPredicate isRun) {
        OptionalInt owner = ReportFolder.owner(reports, study);
        boolean isLater = owner.isPresent() && owner.getAsInt() > run && isRun.test(owner.getAsInt());
        return isLater ? ReportFolder.within(reports, run) : reports;
    }

    /** Returns the places of another study, which lie beside these. */
    StudyPlaces beside(String study) {
        return in(folder(), all(), study);
    }

    /** Returns the folder that has those of the reports of all studies. */
    public Path all() {
        return Objects.requireNonNull(reports.getParent());
    }

    private Path folder() {
        return Objects.requireNonNull(journal.getParent());
    }

    /**
     * Makes the folder of the journal, unless it is there. A new one in a module is hidden from version control.
     *
     * @throws StorageException if it cannot be made
     */
    void makeFolder() {
        Path folder = folder();
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(folder.getParent()));
            Files.createDirectory(folder);
            if (folder.endsWith(FOLDER)) {
                Files.writeString(folder.resolve(".gitignore"), "*\n");
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw unwritable(folder, e);
            }
            // Another process was faster.
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static StorageException unwritable(Path folder, IOException e) {
        return new StorageException(folder + " must be a folder that can be written: " + e, e);
    }
}

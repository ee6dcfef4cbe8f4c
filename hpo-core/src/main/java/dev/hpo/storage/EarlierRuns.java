// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Projection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs that {@link JsonLinesStorage} has kept, for a new study to start from. Their search space may have been another one.
 *
 * <pre>{@code
 * StudySpec warm = spec.withEarlier(EarlierRuns.at(Path.of("target/hpo/com.acme.DigitsTuning.tune")));
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class EarlierRuns implements Function<Projection, List<EarlierStudy>> {

    private final Path path;
    private final boolean required;
    private final boolean lastOnly;

    private EarlierRuns(Path path, boolean required, boolean lastOnly) {
        this.path = path;
        this.required = required;
        this.lastOnly = lastOnly;
    }

    /**
     * Returns the runs at a path, which must be there.
     *
     * @param path the directory of a study, or the file of one run, such as {@code trials.3.jsonl}
     */
    public static EarlierRuns at(Path path) {
        return new EarlierRuns(path, true, false);
    }

    /**
     * Returns the runs in a directory, or none if it has none.
     *
     * @param directory that of a study
     */
    public static EarlierRuns ifAny(Path directory) {
        return new EarlierRuns(directory, false, false);
    }

    /** Returns only the last of these runs. */
    public EarlierRuns last() {
        return new EarlierRuns(path, required, true);
    }

    /**
     * Reads the runs, the oldest first; those without a complete trial are left out.
     *
     * @throws StorageException if there is none and there must be, if one cannot be read, or if its direction is not that of the
     *     present study; the message names the file
     */
    @Override
    public List<EarlierStudy> apply(Projection present) {
        List<JsonLines> files = Files.isDirectory(path) ? inDirectory() : atFile();
        return files.stream()
                .skip(lastOnly ? Math.max(0, files.size() - 1) : 0)
                .map(file -> read(file, present))
                .filter(study -> !study.results().isEmpty() || study.dropped() > 0)
                .toList();
    }

    private List<JsonLines> inDirectory() {
        List<JsonLines> files = JsonLinesStorage.files(path);
        if (files.isEmpty() && required) {
            throw new StorageException(path + " must have the trials of an earlier study, in "
                    + JsonLinesStorage.CURRENT + "; name the directory of a study");
        }
        return files.stream()
                .sorted(Comparator.comparingInt(
                        file -> RunFile.header(file).id().number()))
                .toList();
    }

    private List<JsonLines> atFile() {
        if (Files.isRegularFile(path)) {
            return List.of(new JsonLines(path));
        }
        if (required) {
            throw new StorageException(
                    path
                            + " must be there to start from; name the directory of an earlier study, or the file of one of its runs");
        }
        return List.of();
    }

    private static EarlierStudy read(JsonLines file, Projection present) {
        RunHeader header = RunFile.header(file);
        if (header.goal().direction() != present.direction()) {
            throw new StorageException(file.file() + ", line 1: direction ("
                    + header.goal().direction() + ") must be " + present.direction()
                    + ", as that of the study to start; name other runs, or move these away");
        }
        String name = header.id().study() + ", run " + header.id().number();
        return present.project(name, RunFile.stored(file));
    }
}

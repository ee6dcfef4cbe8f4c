// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialJsonReader;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A run in the format that was written before the journal: a file {@code trials.jsonl}, or {@code trials.3.jsonl}, with the header on
 * its first line, and then a line whenever a trial began or ended, of which the last one counts. Such files are only read.
 *
 * @param file the file
 */
@API(status = Status.INTERNAL, since = "0.1")
public record OldRun(Path file) {

    private static final Pattern FILES = Pattern.compile("trials(\\.\\d+)?\\.jsonl");

    /**
     * Returns the runs in a directory by rising number; none if there is no directory.
     *
     * @throws StorageException if one cannot be read
     */
    public static List<OldRun> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> FILES.matcher(file.getFileName().toString()).matches())
                    .map(OldRun::new)
                    .sorted(Comparator.comparingInt(run -> run.header().id().number()))
                    .toList();
        } catch (IOException e) {
            throw new StorageException(directory + " must be readable: " + e, e);
        }
    }

    private JsonLines lines() {
        return new JsonLines(file);
    }

    /**
     * Returns what it began with.
     *
     * @throws StorageException if it cannot be read
     */
    public RunHeader header() {
        return lines().first(OldRunHeader::read);
    }

    /**
     * Returns its trials by rising number.
     *
     * @throws StorageException if they cannot be read, or if a configuration does not fit the space
     */
    public List<TrialRecord> trials(Space<?> space) {
        TrialJsonReader reader = new TrialJsonReader(space);
        TreeMap<Integer, TrialRecord> trials = new TreeMap<>();
        lines().forEach((number, json) -> {
            if (number > 1) {
                TrialRecord trial = reader.read(json);
                trials.put(trial.number(), trial);
            }
        });
        return List.copyOf(trials.values());
    }

    /** Returns the complete trials as they were stored, whatever their space. */
    List<Projection.Stored> complete() {
        TreeMap<Integer, Projection.Stored> trials = new TreeMap<>();
        lines().forEach((number, json) -> {
            if (number > 1) {
                TrialJsonReader.stored(json).ifPresent(trial -> trials.put((Integer) json.get("number"), trial));
            }
        });
        return List.copyOf(trials.values());
    }
}

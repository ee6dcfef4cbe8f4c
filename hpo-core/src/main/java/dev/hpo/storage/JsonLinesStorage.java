// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Keeps the runs of one study in a directory of its own: the last run in {@code trials.jsonl}, those before it in {@code
 * trials.1.jsonl} and so on, by their numbers.
 *
 * <p>A file has the header on its first line, and then a line whenever a trial began or ended, so that even a trial that kills
 * the process can be found; the last line about a trial counts. Each line is handed to the operating system before {@link
 * #put} returns: the end of the process loses nothing. A last line that is torn, as by a full disk, is left out when read and
 * cut off when the next one is written.
 *
 * <p>Nothing is held open in between. Another storage, such as that of a second process, may begin a run of the same study
 * meanwhile: each run goes on in its own file, wherever that was moved. An empty file, {@code trials.lock}, keeps two from
 * beginning the same run. Only one storage at a time may write to one run.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class JsonLinesStorage implements Storage {

    /** The name of the file of the last run. */
    public static final String CURRENT = "trials.jsonl";

    /** Locked while a run begins, so that no two processes begin the same one. */
    private static final String LOCK = "trials.lock";

    /** A file lock belongs to the whole process: this one keeps its threads apart. */
    private static final Object BEGINNING = new Object();

    private static final Pattern FILES = Pattern.compile("trials(\\.\\d+)?\\.jsonl");

    private final Path directory;
    private final Map<RunId, RunFile> writing = new HashMap<>();

    /**
     * Creates a storage; the directory is made when the first run begins.
     *
     * @param directory belongs to one study
     */
    public JsonLinesStorage(Path directory) {
        this.directory = directory;
    }

    @Override
    public synchronized RunHeader begin(String study, IntFunction<RunHeader> header) {
        synchronized (BEGINNING) {
            try {
                Files.createDirectories(directory);
                try (FileChannel channel = FileChannel.open(
                        directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    return beginAlone(study, header);
                }
            } catch (IOException e) {
                throw new StorageException(directory + " must be writable: " + e, e);
            }
        }
    }

    private RunHeader beginAlone(String study, IntFunction<RunHeader> header) throws IOException {
        List<RunHeader> earlier = runs(study);
        int last = earlier.isEmpty() ? 0 : earlier.get(earlier.size() - 1).id().number();
        RunHeader made = header.apply(last + 1);
        Path current = directory.resolve(CURRENT);
        if (Files.exists(current)) {
            Files.move(current, directory.resolve("trials." + last + ".jsonl"));
        }
        writing.put(made.id(), RunFile.create(new JsonLines(current), made));
        return made;
    }

    @Override
    public synchronized void put(RunId run, TrialRecord trial) {
        RunFile file = writing.computeIfAbsent(run, unknown -> RunFile.open(find(unknown)));
        if (!file.append(trial)) {
            // Another storage has begun a run since and moved this one's file aside.
            RunFile moved = file.findIn(files(directory))
                    .filter(found -> found.append(trial))
                    .orElseThrow(() -> gone(run));
            writing.put(run, moved);
        }
    }

    @Override
    public synchronized List<RunHeader> runs(String study) {
        List<RunHeader> headers = files(directory).stream()
                .map(RunFile::header)
                .sorted(Comparator.comparingInt(header -> header.id().number()))
                .toList();
        for (RunHeader header : headers) {
            if (!header.id().study().equals(study)) {
                throw new StorageException(directory + " must belong to one study, but has runs of "
                        + header.id().study() + "; give " + study + " a directory of its own");
            }
        }
        return headers;
    }

    @Override
    public synchronized List<TrialRecord> trials(RunId run, Space<?> space) {
        return RunFile.trials(find(run), space);
    }

    @Override
    public void close() {}

    private JsonLines find(RunId run) {
        return files(directory).stream()
                .filter(file -> RunFile.header(file).id().equals(run))
                .findFirst()
                .orElseThrow(() -> new StorageException(
                        directory + " must have run " + run.number() + " of " + run.study() + "; begin it first"));
    }

    private StorageException gone(RunId run) {
        return new StorageException(directory + " must keep the file of run " + run.number() + " of " + run.study()
                + " while it goes on; it is gone");
    }

    /** Returns the files of runs in a directory, in any order; none if there is no directory. */
    static List<JsonLines> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> FILES.matcher(file.getFileName().toString()).matches())
                    .map(JsonLines::new)
                    .toList();
        } catch (IOException e) {
            throw new StorageException(directory + " must be readable: " + e, e);
        }
    }
}

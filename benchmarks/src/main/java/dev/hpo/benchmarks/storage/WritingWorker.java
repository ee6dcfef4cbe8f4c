// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Adds trials to a run that others add to as well, once all are warm, and says when it began and ended with that. */
@API(status = Status.INTERNAL, since = "0.1")
public final class WritingWorker {

    /** The same shape as that of the trials that peers keep. */
    static final KeptTrials TRIALS = new KeptTrials(8, 5);

    private WritingWorker() {}

    /** Returns the file of the run. */
    static Path run(Path folder) {
        return folder.resolve("kept.log");
    }

    /** Returns the file of the run that all warm up with: to read what others write wants warming too. */
    static Path warm(Path folder) {
        return folder.resolve("warm.log");
    }

    /** Returns the file that a worker makes when it is warm. */
    static Path ready(Path folder, int worker) {
        return folder.resolve("ready-" + worker);
    }

    /** Returns the file that all wait for. */
    static Path go(Path folder) {
        return folder.resolve("go");
    }

    private static Path done(Path folder, int worker) {
        return folder.resolve("done-" + worker);
    }

    /** Returns when a worker that is done began and ended, in milliseconds since 1970. */
    static List<Long> times(Path folder, int worker) throws IOException {
        return Files.readAllLines(done(folder, worker)).stream()
                .map(Long::valueOf)
                .toList();
    }

    /**
     * Does it.
     *
     * @param arguments the folder, the number of this worker, and how many trials
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int worker = Integer.parseInt(arguments[1]);
        int trials = Integer.parseInt(arguments[2]);
        try (RunStore warm = TRIALS.join(new JournalStorage(warm(folder)))) {
            TRIALS.add(warm, trials, worker);
        }
        try (RunStore run = TRIALS.join(new JournalStorage(run(folder)))) {
            Files.createFile(ready(folder, worker));
            while (!Files.exists(go(folder))) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            long begin = System.currentTimeMillis();
            TRIALS.add(run, trials, worker + 1_000_000L);
            Files.write(
                    done(folder, worker), List.of(String.valueOf(begin), String.valueOf(System.currentTimeMillis())));
        }
    }
}

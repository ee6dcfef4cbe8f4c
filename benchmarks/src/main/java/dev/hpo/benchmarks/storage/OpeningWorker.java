// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.Storage;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Opens a study in a new JVM, and says how long that took, in milliseconds. */
@API(status = Status.INTERNAL, since = "0.1")
public final class OpeningWorker {

    private OpeningWorker() {}

    /**
     * Does it.
     *
     * @param arguments the file to write to, how many parameters the study has, and the journal; a third one that is missing stands for
     *     a study in memory
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Problem problem = new KeptTrials(Integer.parseInt(arguments[1]), 0).problem();
        long begin = System.nanoTime();
        Storage storage = arguments.length < 3 ? new InMemoryStorage() : new JournalStorage(Path.of(arguments[2]));
        StudySpec spec = StudySpec.minimize(KeptTrials.STUDY, "value")
                .withStorage(storage)
                .withSampler(new RandomSampler());
        try (Study<Configuration> study = Study.open(problem.space(), spec)) {
            study.ask();
            Files.writeString(Path.of(arguments[0]), String.valueOf((System.nanoTime() - begin) / 1e6));
        }
    }
}

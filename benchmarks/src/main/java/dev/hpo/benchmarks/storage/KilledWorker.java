// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Runs trials until it is killed, and says which it has begun and which of them are told, each as soon as it knows. */
@API(status = Status.INTERNAL, since = "0.1")
public final class KilledWorker {

    /** One trial of so many is slow, so that its reports are written one by one. */
    private static final int SLOW = 50;

    private static final long SLOW_MILLIS = 250;

    private KilledWorker() {}

    /**
     * Does it.
     *
     * @param arguments the file of the study, that of what it says, that which stops it, and whether others take part
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path stop = Path.of(arguments[2]);
        boolean isShared = Boolean.parseBoolean(arguments[3]);
        try (OutputStream said = new FileOutputStream(arguments[1], true);
                Study<Configuration> study = KilledStudy.open(Path.of(arguments[0]), isShared, Integer.MAX_VALUE)) {
            while (!Files.exists(stop)) {
                Suggestion<Configuration> next = study.ask().orElseThrow();
                say(said, "begun", next.trial().record().key(), "");
                TrialRecord told = run(study, next);
                if (told.state() == TrialState.COMPLETE) {
                    say(said, "told", told.key(), " " + told.value().orElseThrow());
                }
            }
        }
    }

    private static TrialRecord run(Study<Configuration> study, Suggestion<Configuration> next)
            throws InterruptedException {
        double value = KilledStudy.PROBLEM.value(next.config());
        for (int step = 1; step <= 3; step++) {
            if (next.trial().number() % SLOW == SLOW - 1) {
                TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
            }
            next.trial().report(step, value + 1.0 / step);
        }
        next.trial().report(value);
        return study.tell(next.trial());
    }

    /** One write, so that a kill cannot cut it in two. */
    private static void say(OutputStream said, String what, TrialKey trial, String more) throws IOException {
        String line = what + " " + trial.number() + " " + trial.attempt() + more + "\n";
        said.write(line.getBytes(StandardCharsets.US_ASCII));
    }
}

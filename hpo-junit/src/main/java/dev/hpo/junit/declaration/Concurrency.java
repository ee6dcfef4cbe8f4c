// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Settings;
import dev.hpo.study.Mode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whether the trials of a test run at once, and how many.
 *
 * @param mode how they follow one another
 * @param atOnce how many can run at once, in this process
 * @param isConcurrent whether JUnit runs them at once
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Concurrency(Mode mode, int atOnce, boolean isConcurrent) {

    private static final Set<String> HINTED = ConcurrentHashMap.newKeySet();

    /** Reads what the test and JUnit's configuration say, which both have to allow it. */
    public static Concurrency of(ExtensionContext context, String test, Settings settings) {
        if (context.getExecutionMode() != ExecutionMode.CONCURRENT) {
            return oneByOne(settings);
        }
        Parallelism parallelism = Parallelism.of(
                context::getConfigurationParameter, Runtime.getRuntime().availableProcessors());
        if (!parallelism.isEnabled()) {
            hint(test);
            return oneByOne(settings);
        }
        if (settings.isJoined()) {
            return new Concurrency(Mode.JOINED, parallelism.threads(), true);
        }
        return settings.ordered()
                ? new Concurrency(Mode.ORDERED, Math.min(settings.window(), parallelism.threads()), true)
                : new Concurrency(Mode.CONCURRENT, parallelism.threads(), true);
    }

    private static Concurrency oneByOne(Settings settings) {
        return new Concurrency(settings.isJoined() ? Mode.JOINED : Mode.SEQUENTIAL, 1, false);
    }

    private static void hint(String test) {
        if (HINTED.add(test)) {
            Console.print("hpo: " + test
                    + " is @Execution(CONCURRENT), but its trials run one after another, since JUnit's parallel\n"
                    + "execution is off; set " + Parallelism.ENABLED + "=true.");
        }
    }
}

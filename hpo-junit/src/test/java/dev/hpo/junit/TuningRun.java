// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs a test case by the engine alone, its files in a folder of its own. */
final class TuningRun {

    private final Path folder;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private Consumer<EngineTestKit.Builder> cancelled = builder -> {};

    TuningRun(Path folder) {
        this.folder = folder;
        parameters.put("hpo.directory", folder.toString());
    }

    private TuningRun(Path folder, Map<String, String> parameters) {
        this.folder = folder;
        this.parameters.putAll(parameters);
    }

    /** Returns a run whose files go to their usual places. */
    static TuningRun unplaced() {
        return new TuningRun(Path.of(""), Map.of());
    }

    TuningRun with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    EngineExecutionResults of(Class<?> testCase) {
        return of(DiscoverySelectors.selectClass(testCase));
    }

    EngineExecutionResults of(DiscoverySelector selector) {
        EngineTestKit.Builder builder =
                EngineTestKit.engine("junit-jupiter").selectors(selector).configurationParameters(parameters);
        cancelled.accept(builder);
        return builder.execute();
    }

    /**
     * Lets runs be cancelled.
     *
     * @param token a token of JUnit 6, which the tests are not compiled against
     */
    TuningRun cancelledBy(Object token) {
        cancelled = builder -> {
            try {
                builder.getClass()
                        .getMethod("cancellationToken", Class.forName("org.junit.platform.engine.CancellationToken"))
                        .invoke(builder, token);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
        return this;
    }

    /** Returns the journal of a study. */
    Path journal(Class<?> testCase, String method) {
        return folder.resolve(study(testCase, method) + ".log");
    }

    /** Returns the runs of a study, as they are stored. */
    List<RunRecord> runs(Class<?> testCase, String method) {
        return new JournalStorage(journal(testCase, method)).runs(study(testCase, method));
    }

    private static String study(Class<?> testCase, String method) {
        return testCase.getName().replace('$', '.') + "." + method;
    }

    /** Returns the folder of a study's reports. */
    Path folder(Class<?> testCase, String method) {
        return folder.resolve(study(testCase, method));
    }

    /** Returns the lines of a study's trials, the heading first. */
    List<String> csv(Class<?> testCase, String method) throws IOException {
        return Files.readAllLines(folder(testCase, method).resolve("trials.csv"));
    }

    /** Returns those lines without the columns that the clock decides. */
    List<String> csvWithoutTimes(Class<?> testCase, String method) throws IOException {
        return csv(testCase, method).stream()
                .map(line -> line.replaceAll("(,[^,]*){3}$", ""))
                .toList();
    }

    /** Returns the states of a study's trials. */
    List<String> states(Class<?> testCase, String method) throws IOException {
        return csv(testCase, method).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .toList();
    }

    /** Returns the display names of the tests that were run. */
    static List<String> names(EngineExecutionResults results) {
        return results.testEvents()
                .started()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    /** Returns why containers failed. */
    static List<Throwable> containerFailures(EngineExecutionResults results) {
        return failures(results.containerEvents().failed().list());
    }

    /** Returns why tests failed. */
    static List<Throwable> testFailures(EngineExecutionResults results) {
        return failures(results.testEvents().failed().list());
    }

    /** Returns why tests were aborted. */
    static List<Throwable> aborts(EngineExecutionResults results) {
        return failures(results.testEvents().aborted().list());
    }

    private static List<Throwable> failures(List<Event> events) {
        return events.stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .collect(Collectors.toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.population.Pace;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.Segments;
import dev.hpo.population.Segments.Entry;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/**
 * Several populations are raised at once by the threads of one process, in no order; the process is killed, and another goes on. What comes of it is another schedule each time, and a
 * whole one: each segment was trained once, and from what its parent has saved.
 */
@Timeout(240)
@EnabledOnOs(OS.LINUX)
class PopulationsAtOnceTests {

    private static final String MOMENT = "moment";
    private static final String LINEAGE = "lineage.txt";

    private static final Map<String, PopulationPlan> PLANS = Map.of(
            "inGenerations",
            PopulationPlan.of(4, 4, 2, Set.of("rate")),
            "asynchronously",
            PopulationPlan.of(4, 4, 2, Set.of("rate")).withPace(Pace.ASYNCHRONOUS),
            "panda",
            PopulationPlan.of(1, 5, 2, Set.of("rate")));

    @ParameterizedTest
    @ValueSource(
            strings = {"inGenerations 6 saved", "asynchronously 9 begun", "panda 5 reported", "inGenerations 2 begun"})
    void populationsThatAreKilledTogether_areWholeWhenTheyHaveGoneOn(String moment, @TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve(MOMENT), moment);
        int exit = LaunchedProcess.start(
                        folder,
                        List.of(SweepTestCase.class),
                        parallel().entrySet().stream()
                                .map(option -> "-D" + option.getKey() + "=" + option.getValue())
                                .toArray(String[]::new))
                .awaitReady()
                .signal("KILL")
                .exitCode();
        assertThat(exit).isEqualTo(128 + 9);
        TuningRun run = new TuningRun(folder);
        parallel().forEach(run::with);

        EngineExecutionResults results = run.of(SweepTestCase.class);

        assertThat(results.allEvents().failed().list()).isEmpty();
        String killed = moment.substring(0, moment.indexOf(' '));
        for (String method : PLANS.keySet()) {
            List<RunRecord> runs = run.runs(SweepTestCase.class, method).stream()
                    .filter(each -> each.id().series().search().isEmpty())
                    .toList();
            if (method.equals(killed)) {
                assertThat(runs).as("the run that was killed has gone on").hasSize(1);
            }
            for (RunRecord each : runs) {
                List<TrialRecord> trials =
                        new JournalStorage(run.journal(SweepTestCase.class, method)).trials(each.id(), RateSpace.SPACE);
                assertThat(each.isFinished()).as(method).isTrue();
                assertWhole(method, History.of(trials));
            }
            assertThat(checkpoints(folder, method))
                    .as("checkpoints of " + method)
                    .hasSize(runs.size());
        }
    }

    private static void assertWhole(String method, History history) {
        PopulationPlan plan = Objects.requireNonNull(PLANS.get(method));
        Segments segments = plan.segments(history);
        assertThat(history.trials())
                .allMatch(trial -> trial.state() == TrialState.COMPLETE)
                .noneMatch(TrialRecord::isBegunAnew);
        assertThat(segments.all()).hasSize(history.size());
        assertThat(segments.all().stream()
                        .map(entry -> List.of(
                                entry.segment().place(),
                                entry.segment().kind().name().equals("NUDGE")))
                        .distinct())
                .as("no segment twice")
                .hasSize(history.size());
        if (!plan.isPanda()) {
            assertThat(segments.all()).hasSize(plan.trials());
        }
        for (Entry entry : segments.all()) {
            TrialRecord trial = entry.trial();
            OptionalInt parent = trial.start().origin().fork();
            assertThat(parent.isPresent())
                    .as(trial.toString())
                    .isEqualTo(entry.segment().generation() > 0);
            assertThat(trial.lastStep()).hasValue(entry.segment().to());
            // Whoever dies between saving and reporting leaves a step that nobody reports, here and in what sets out
            // from there.
            int end = (int) entry.segment().to();
            assertThat(trial.observations()).hasSizeBetween(end - cuts(trial, history), end);
            if (parent.isPresent()) {
                TrialRecord before = history.trial(parent.getAsInt());
                assertThat(entry.segment().from()).isEqualTo(before.lastStep().orElseThrow());
                assertThat(trial.observations().subList(0, before.observations().size()))
                        .as("the curve of what it has set out from")
                        .isEqualTo(before.observations());
            }
        }
    }

    /** Returns in how many of the segments that a trial has lived through its process has died. */
    private static int cuts(TrialRecord trial, History history) {
        OptionalInt parent = trial.start().origin().fork();
        return Math.min(1, trial.start().key().attempt())
                + (parent.isPresent() ? cuts(history.trial(parent.getAsInt()), history) : 0);
    }

    private static Map<String, String> parallel() {
        String key = "junit.jupiter.execution.parallel.";
        return Map.of(key + "enabled", "true", key + "config.strategy", "fixed", key + "config.fixed.parallelism", "4");
    }

    private static List<Path> checkpoints(Path folder, String method) throws IOException {
        Path place = folder.resolve(SweepTestCase.class.getName().replace('$', '.') + "." + method + ".checkpoints");
        try (Stream<Path> found = Files.walk(place, 2)) {
            return found.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList();
        }
    }

    /** One thread after the other comes to the moment; the first one ends the process. */
    private static void dieIf(String moment) throws IOException {
        String folder = System.getProperty(LaunchedProcess.FOLDER);
        if (folder != null && Files.readString(Path.of(folder, MOMENT)).equals(moment)) {
            try {
                LaunchedProcess.waitToBeEnded();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** What is in the checkpoint is of the trials before it, one after the other, and of nobody else. */
    private static void train(String method, Rate rate, Trial trial) throws IOException {
        Path lineage = trial.checkpoint().resolve(LINEAGE);
        List<String> before = Files.exists(lineage) ? Files.readAllLines(lineage) : List.of();
        OptionalInt parent = trial.record().start().origin().fork();
        assertThat(before.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(before.get(before.size() - 1))))
                .isEqualTo(parent.stream().boxed().findFirst());
        long end = trial.until();
        rate.train(trial, end, (what, step) -> {
            if (step == end && what.equals("saved")) {
                Files.writeString(lineage, trial.number() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            if (step == end) {
                dieIf(method + " " + trial.number() + " " + what);
            }
        });
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class SweepTestCase {

        @PopulationTest(members = 4, generations = 4, segment = 2, ordered = false, replays = 0)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void inGenerations(Rate rate, Trial trial) throws IOException {
            train("inGenerations", rate, trial);
        }

        @PopulationTest(members = 4, generations = 4, segment = 2, ordered = false, asynchronous = true, replays = 0)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void asynchronously(Rate rate, Trial trial) throws IOException {
            train("asynchronously", rate, trial);
        }

        @PopulationTest(members = 1, generations = 5, segment = 2, ordered = false, replays = 0)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void panda(Rate rate, Trial trial) throws IOException {
            train("panda", rate, trial);
        }
    }
}

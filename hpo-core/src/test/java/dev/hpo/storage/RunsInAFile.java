// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a file that some of them are moved from. */
abstract class RunsInAFile {

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06.123456Z");
    static final String STUDY = "digits \uD83D\uDE00";
    static final Parameter<Double> X = Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
    static final PlainSpace SPACE = new PlainSpace(List.of(X));

    Path folder;
    Path file;
    JournalStorage storage;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        file = folder.resolve("digits.log");
        storage = new JournalStorage(file);
    }

    final void finish(int number) {
        RunStore run = begin(RunSeries.searches(STUDY));
        assertThat(run.header().id()).isEqualTo(id(number));
        tell(run, number / 100.0);
        tell(run, number / 200.0);
        run.end(new RunEnd(RunEnd.Kind.FINISHED, "done"));
        run.close();
    }

    final RunStore begin(RunSeries series) {
        return storage.begin(series, SPACE, header());
    }

    static Function<RunId, RunHeader> header() {
        return id -> new RunHeader(
                id,
                new RunHeader.Goal("loss", Direction.MINIMIZE),
                RunHeader.Basis.of(id.number()),
                StoredSpace.of(SPACE, Optional.empty()),
                Instant.now());
    }

    static void tell(RunStore run, double x) {
        int number = run.changes().size();
        Configuration point = Configuration.builder().set(X, x).build();
        TrialRecord trial =
                TrialRecord.running(new TrialStart(number, point, 7, Origin.of(Origin.Source.SAMPLER), NOW));
        for (int next = number; !run.begin(trial); next++) {
            trial = TrialRecord.running(new TrialStart(next + 1, point, 7, Origin.of(Origin.Source.SAMPLER), NOW));
        }
        TrialRecord reported = trial.with(trial.progress().withAttribute("note", "a \"b\"\n" + x));
        assertThat(run.end(reported.finished(Outcome.Complete.of(x), NOW))).isTrue();
    }

    final Map<RunId, List<TrialRecord>> trials(int runs) {
        Map<RunId, List<TrialRecord>> trials = new HashMap<>();
        for (int run = 1; run <= runs; run++) {
            trials.put(id(run), storage.trials(id(run), SPACE));
        }
        return trials;
    }

    final List<String> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".log") || name.endsWith(".part"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static RunId id(int number) {
        return new RunId(STUDY, number);
    }

    static List<Integer> numbers(List<RunRecord> runs) {
        return runs.stream().map(run -> run.id().number()).toList();
    }
}

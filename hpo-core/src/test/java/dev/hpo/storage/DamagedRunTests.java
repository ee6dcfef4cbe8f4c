// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.SpaceChanges;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged line costs what it said, and neither another run nor the next one. */
class DamagedRunTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final Parameter<Double> X =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final PlainSpace SPACE = new PlainSpace(List.of(X));

    private Path file;
    private JournalStorage storage;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("digits.log");
        storage = new JournalStorage(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hpo:format", "hpo:study", "hpo:kind", "hpo:run", "hpo:seed", "hpo:fingerprint", "hpo:created_at"
            })
    void attributeOfARun_costsThatRunAlone(String key) throws IOException {
        run(0.1);
        damage("\"" + key + "\"");

        run(0.2);

        assertThat(storage.runs("digits")).extracting(RunRecord::id).containsExactly(new RunId("digits", 2));
        assertThat(storage.trials(new RunId("digits", 2), SPACE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "[]", "{\"parameters\":[{\"name\":null}]}"})
    void descriptionOfItsSpace_costsNoRun(String damaged) throws IOException {
        run(0.1);
        String lines = Files.readString(file);
        String described = lines.replaceFirst("\"hpo:space\":\\{.*}}", "\"hpo:space\":" + damaged + "}}");
        assertThat(described).isNotEqualTo(lines);
        Files.writeString(file, described);

        RunHeader header = storage.runs("digits").get(0).header();
        assertThat(header.fingerprint()).isEqualTo(SPACE.fingerprint());
        assertThat(SpaceChanges.between(header.space(), SPACE)).isEmpty();
        assertThat(SpaceChanges.between(header.space(), new PlainSpace(List.of())))
                .singleElement()
                .asString()
                .startsWith("the search space of Configuration was another one");
        assertThat(storage.trials(new RunId("digits", 1), SPACE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void beginningOfATrial_costsThatTrialAlone(int lost) throws IOException {
        run(0.1, 0.2, 0.3);
        damage("\"hpo:number\":" + lost + ",");

        for (int look = 0; look < 2; look++) {
            assertThat(values(1))
                    .containsExactly(
                            lost == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.1),
                            lost == 1 ? OptionalDouble.empty() : OptionalDouble.of(0.2),
                            OptionalDouble.of(0.3));
            // Now the file is mended, for Optuna too.
            run(0.4);
        }
        TrialRecord trial = storage.trials(new RunId("digits", 1), SPACE).get(lost);
        assertThat(trial.failure().orElseThrow().message()).contains("damaged");
        assertThat(trial.isSilent()).isTrue();
        assertThat(storage.complete(new RunId("digits", 1))).hasSize(2);
        assertThat(values(3)).containsExactly(OptionalDouble.of(0.4));
    }

    /** What comes behind is of the next run, whose trials would have the results of their neighbours. */
    @Test
    void beginningOfTheLastTrialOfARun_mixesNothingUpInTheNextOne() throws IOException {
        run(0.1, 0.2);
        run(0.3, 0.4);
        damage("\"hpo:id\":1,");

        assertThat(values(2)).containsExactly(OptionalDouble.of(0.3), OptionalDouble.of(0.4));
        assertThat(values(1)).containsExactly(OptionalDouble.of(0.1));
        run(0.5);
        assertThat(values(2)).containsExactly(OptionalDouble.of(0.3), OptionalDouble.of(0.4));
    }

    @Test
    void beginningsOfTrialsOfTwoRunsAtOnce_costThoseAlone() throws IOException {
        RunStore one = begin();
        RunStore other = begin();
        for (int number = 0; number < 4; number++) {
            for (RunStore run : List.of(one, other)) {
                TrialRecord trial = TrialRecord.running(start(number, number / 10.0));
                assertThat(run.begin(trial)).isTrue();
                assertThat(run.end(trial.finished(Outcome.Complete.of(number), NOW)))
                        .isTrue();
            }
        }
        one.close();
        other.close();
        damage("\"hpo:id\":2,");
        damage("\"hpo:id\":5,");

        assertThat(values(1))
                .containsExactly(
                        OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.of(2), OptionalDouble.of(3));
        assertThat(values(2))
                .containsExactly(
                        OptionalDouble.of(0), OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(3));
    }

    /** Another tool does not say which number its trials are to have. */
    @Test
    void beginningOfATrialBeforeOneOfAnotherTool_mixesNoResultsUp() throws IOException {
        run(0.1, 0.2);
        damage("\"hpo:number\":1,");
        Files.writeString(
                file,
                "{\"op_code\":4,\"worker_id\":\"py\",\"study_id\":0,\"datetime_start\":null,\"state\":0}\n"
                        + "{\"op_code\":4,\"worker_id\":\"us\",\"study_id\":0,\"datetime_start\":null,\"state\":0,"
                        + "\"system_attrs\":{\"hpo:number\":3,\"hpo:id\":3,\"hpo:seed\":\"1\"}}\n",
                StandardOpenOption.APPEND);

        assertThatThrownBy(() -> storage.trials(new RunId("digits", 1), SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("trial 2")
                .hasMessageContaining("hpo:number (3) must be 2");
        assertThatThrownBy(() -> storage.complete(new RunId("digits", 1)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("hpo:number (3) must be 2");
        run(0.4);
        assertThat(storage.trials(new RunId("digits", 2), SPACE)).hasSize(1);
    }

    @Test
    void halfAnEnd_leavesNothingToTheNextAttempt() throws IOException {
        TrialStart start = start(0, 0.5);
        RunStore run = begin();
        run.begin(TrialRecord.running(start));
        TrialRecord first = TrialRecord.running(start);
        run.end(first.with(first.progress().withAttribute("model", "of the first attempt"))
                .finished(Outcome.Complete.of(1), NOW));
        run.close();
        damage("\"op_code\":6,");

        RunStore again = storage.resume(new RunId("digits", 1), SPACE).orElseThrow();
        TrialRecord second = TrialRecord.running(start.again(NOW));
        assertThat(again.begin(second)).isTrue();
        TrialRecord end = second.finished(Outcome.Complete.of(2), NOW);
        assertThat(again.end(end)).isTrue();
        assertThat(again.end(end)).isTrue();
        again.close();

        assertThat(storage.trials(new RunId("digits", 1), SPACE)).containsExactly(end);
    }

    /** Overwrites the first line that has a text. */
    private void damage(String text) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                lines.set(i, "\u0000".repeat(lines.get(i).length()));
                Files.write(file, lines);
                return;
            }
        }
        throw new AssertionError(text + " must be in " + lines);
    }

    private List<OptionalDouble> values(int run) {
        return storage.trials(new RunId("digits", run), SPACE).stream()
                .map(TrialRecord::value)
                .toList();
    }

    private RunStore begin() {
        return storage.begin(
                RunSeries.searches("digits"),
                SPACE,
                id -> new RunHeader(
                        id,
                        new RunHeader.Goal("loss", Direction.MINIMIZE),
                        RunHeader.Basis.of(1),
                        StoredSpace.of(SPACE, Optional.empty()),
                        NOW));
    }

    private void run(double... points) {
        RunStore run = begin();
        for (int i = 0; i < points.length; i++) {
            TrialRecord trial = TrialRecord.running(start(i, points[i]));
            assertThat(run.begin(trial)).isTrue();
            assertThat(run.end(trial.finished(Outcome.Complete.of(points[i]), NOW)))
                    .isTrue();
        }
        run.close();
    }

    private static TrialStart start(int number, double x) {
        Configuration point = Configuration.builder().set(X, x).build();
        return new TrialStart(number, point, 7, Origin.of(Origin.Source.SAMPLER), NOW);
    }
}

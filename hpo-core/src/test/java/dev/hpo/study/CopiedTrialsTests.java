// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optuna copies trials of ours with all their attributes: what we have said of the one is not true of the other. */
@Timeout(120)
class CopiedTrialsTests {

    private static final RunId FIRST = new RunId("points", 1);
    private static final String DISTRIBUTION =
            "\"{\\\"name\\\": \\\"FloatDistribution\\\", \\\"attributes\\\": {\\\"step\\\": null, \\\"low\\\": 0.0, \\\"high\\\": 1.0, \\\"log\\\": false}}\"";

    private Path file;
    private JournalStorage journal;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("points.log");
        journal = new JournalStorage(file);
    }

    /** As {@code add_trial} and {@code add_trials} do it, from a run of this file or of another one. */
    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,1", "2,0", "7,0", "7,900", "0,900"})
    void resultThatIsCopied_isAResultOfAnotherTool(int number, int id) throws Exception {
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec())) {
            run(study, 2);
            write(copy(1, "0.125", number, id, ""));
            run(study, 12);

            assertThat(study.history().counted()).isEqualTo(12);
            TrialRecord copy = study.history().trial(2);
            assertThat(copy.value()).hasValue(0.125);
            assertThat(copy.progress().metrics().get("loss")).containsExactly(new Observation(1, 0.5));
            assertThat(copy.start().origin()).isEqualTo(Origin.of(Origin.Source.OTHER));
            assertThat(journal.trials(FIRST, SpotSpace.SPACE))
                    .isEqualTo(study.history().trials());
        }
        assertThat(journal.complete(FIRST)).hasSize(12);
        assertThat(journal.invocations(FIRST)).isEmpty();
    }

    /** As {@code RetryFailedTrialCallback} does it. */
    @Test
    void failedTrialThatIsQueuedAgain_isTriedAsAnyOfTheQueue() throws Exception {
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec())) {
            run(study, 2);
            write(copy(4, "null", 0, 0, ",\"failed_trial\":0,\"fixed_params\":{\"x\":0.25,\"y\":0.75}"));
            Trial trial = study.ask().orElseThrow().trial();
            assertThat(trial.number()).isEqualTo(2);
            assertThat(trial.record().configuration()).isEqualTo(SpotSpace.SPACE.configuration(new Spot(0.25, 0.75)));
            trial.report(1, 0.5);
            trial.report(0.5);
            TrialRecord told = study.tell(trial);
            run(study, 1);

            assertThat(told.state()).isEqualTo(TrialState.COMPLETE);
            TrialRecord kept = journal.trials(FIRST, SpotSpace.SPACE).get(2);
            assertThat(kept).isEqualTo(told);
            assertThat(kept.start().origin().isOfStorage()).isTrue();
            assertThat(study.history().trial(3).state()).isEqualTo(TrialState.COMPLETE);
        }
    }

    @Test
    void runningTrialThatIsCopied_isNobodysHere() throws Exception {
        Study<Spot> study = Study.open(SpotSpace.SPACE, spec());
        run(study, 1);
        assertThat(study.ask()).isPresent();
        write(copy(0, "null", 1, 1, ""));
        study.close();

        try (Study<Spot> next = Study.resume(SpotSpace.SPACE, spec(), FIRST)) {
            run(next, 12);
            assertThat(next.history().trial(1).key().attempt()).isEqualTo(1);
            assertThat(next.history().trial(2).state()).isEqualTo(TrialState.RUNNING);
            assertThat(next.history().trial(2).key().attempt()).isZero();
            assertThat(next.history().counted()).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"constraints\":[\"a\"]",
                "\"constraints\":[null]",
                "\"hpo:observations\":[[1]]",
                "\"hpo:metric:loss\":[[\"a\",1]]",
                "\"hpo:values\":[\"a\"]",
                "\"hpo:values\":[{}]"
            })
    void faultInAResultOfAnotherTool_costsThatResult(String attribute) throws Exception {
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec())) {
            run(study, 1);
            write(creation(1, "0.125", attribute));
            run(study, 12);

            Failure failure = study.history().trial(1).failure().orElseThrow();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.OUTSIDE);
            assertThat(failure.message()).contains(attribute.substring(1, attribute.indexOf("\":")), "must be");
            assertThat(journal.trials(FIRST, SpotSpace.SPACE))
                    .isEqualTo(study.history().trials());
        }
        assertThat(journal.complete(FIRST)).hasSize(11);
    }

    /** Returns the line of a copy of the second attempt at a trial of ours. */
    private static String copy(int state, String value, int number, int id, String more) {
        return creation(
                state,
                value,
                "\"hpo:number\":" + number + ",\"hpo:id\":" + id
                        + ",\"hpo:seed\":\"77\",\"hpo:source\":\"SAMPLER\",\"hpo:holder\":\"somebody\",\"hpo:invocation\":[1,1],"
                        + "\"hpo:elapsed\":[1,99999],\"hpo:attempt\":{\"number\":1,\"startedAt\":\"2026-02-03T04:05:06Z\",\"holder\":\"somebody\","
                        + "\"lost\":1},\"hpo:metric:loss\":[[1,0.5]]" + more);
    }

    private static String creation(int state, String value, String attributes) {
        return "{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"state\":" + state + ",\"value\":" + value
                + ",\"datetime_start\":" + (state == 4 ? "null" : "\"2026-02-03T04:05:06.000000\"")
                + ",\"datetime_complete\":" + (state == 1 ? "\"2026-02-03T04:05:07.000000\"" : "null")
                + ",\"distributions\":{\"x\":" + DISTRIBUTION + ",\"y\":" + DISTRIBUTION
                + "},\"params\":{\"x\":0.25,\"y\":0.75}"
                + ",\"user_attrs\":{},\"system_attrs\":{" + attributes + "},\"intermediate_values\":{\"1\":0.75}}";
    }

    private void write(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    private StudySpec spec() {
        return StudySpec.minimize("points", "distance")
                .withTrials(12)
                .withSampler(Samplers.named("random"))
                .withStorage(journal);
    }

    private static void run(Study<Spot> study, int most) throws Exception {
        for (int i = 0; i < most; i++) {
            Optional<Suggestion<Spot>> suggestion = study.ask();
            if (suggestion.isPresent()) {
                suggestion.get().trial().report(1);
                study.tell(suggestion.get().trial());
            }
        }
    }
}

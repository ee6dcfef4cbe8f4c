// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hpo.space.Configuration;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write under our own keys costs the trial or the run that it is about, and nothing else. */
class HostileAttributesTests extends RunsInAFile {

    private static final String ATTEMPT =
            "{\"number\":%s,\"startedAt\":\"2026-02-03T04:05:06Z\",\"holder\":\"x\",\"lost\":%s}";

    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "NaN",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775807",
            "1" + "0".repeat(400),
            "\"x\\n\"",
            "[null,null]",
            "[9223372036854775807,9223372036854775807]",
            "[[1]]",
            "[[-1,1],[-1,NaN]]",
            "{\"kind\":null,\"reason\":7}",
            "{\"number\":1e300,\"startedAt\":7,\"holder\":null,\"lost\":null}",
            String.format(ATTEMPT, "-1", "0"),
            String.format(ATTEMPT, "4294967297", "4294967297"),
            String.format(ATTEMPT, "1", "-1"));

    private static final List<String> KEYS_OF_TRIALS = List.of(
            "hpo:number",
            "hpo:id",
            "hpo:attempt",
            "hpo:elapsed",
            "hpo:invocation",
            "hpo:seed",
            "hpo:source",
            "hpo:parent",
            "hpo:notes",
            "hpo:holder",
            "hpo:values",
            "hpo:observations",
            "hpo:metric:loss",
            "hpo:interim:0:0",
            "hpo:interim:0:x",
            "hpo:pruned",
            "hpo:paused",
            "hpo:inherited",
            "hpo:anew",
            "hpo:failure",
            "hpo:moved_to",
            "hpo:later",
            "fixed_params",
            "constraints");

    private static final List<String> KEYS_OF_RUNS = List.of(
            "hpo:format",
            "hpo:study",
            "hpo:kind",
            "hpo:search",
            "hpo:run",
            "hpo:seed",
            "hpo:fingerprint",
            "hpo:space",
            "hpo:earlier",
            "hpo:course",
            "hpo:code",
            "hpo:created_at",
            "hpo:ended",
            "hpo:elapsed:1",
            "hpo:elapsed:x",
            "hpo:elapsed:99999999999999999999",
            "hpo:part:1",
            "hpo:part:9",
            "hpo:part:x",
            "hpo:company",
            "study:metric_names");

    private byte[] before = {};
    private List<TrialRecord> first = List.of();
    private TrialRecord own = TrialRecord.running(start(0));

    static List<String> keysOfTrials() {
        return KEYS_OF_TRIALS;
    }

    static List<String> keysOfRuns() {
        return KEYS_OF_RUNS;
    }

    @BeforeEach
    void runTwice() throws IOException {
        finish(1);
        RunStore run = begin(RunSeries.searches(STUDY));
        tell(run, 0.5);
        run.close();
        before = Files.readAllBytes(file);
        first = storage.trials(id(1), SPACE);
        own = storage.trials(id(2), SPACE).get(0);
    }

    private static TrialStart start(int number) {
        return new TrialStart(
                number, Configuration.builder().set(X, 0.25).build(), 7, Origin.of(Origin.Source.SAMPLER), NOW);
    }

    /** As {@code add_trial} and {@code RetryFailedTrialCallback} write trials, from a run that was longer than this one. */
    @ParameterizedTest
    @MethodSource("keysOfTrials")
    void attributeOfACopy_costsThatTrial(String key) throws IOException {
        for (String value : VALUES) {
            for (Copied copied : Copied.values()) {
                Files.write(file, before);
                write(copied.line(key, value));
                as(copied + ": " + key + "=" + value, () -> {
                    TrialRecord copy = storage.trials(id(2), SPACE).get(1);
                    assertThat(copy.start().origin().source()).isEqualTo(Origin.Source.OTHER);
                    assertThat(copy.state() == TrialState.RUNNING).isEqualTo(copied.state == 0);
                    assertOthersAreWhole();
                });
            }
            as(key + "=" + value, () -> goOn(2));
        }
    }

    /** How another tool has come to write our attributes. */
    private enum Copied {
        RESULT(1, "\"hpo:seed\":\"5\",\"hpo:id\":9,\"hpo:number\":9,\"hpo:holder\":\"1c291ca3.holder-a-7-b-c-d\","),
        PLAUSIBLE(0, "\"hpo:seed\":\"5\",\"hpo:id\":2,\"hpo:number\":1,\"hpo:holder\":\"1c291ca3.holder-a-7-b-c-d\","),
        ALONE(0, ""),
        TOO_LARGE(0, "\"hpo:seed\":\"5\",\"hpo:id\":9,\"hpo:number\":9,");

        private final int state;
        private final String attributes;

        Copied(int state, String attributes) {
            this.state = state;
            this.attributes = attributes;
        }

        private String line(String key, String value) {
            return copy(state, attributes + "\"" + key + "\":" + value);
        }
    }

    /** Nobody else but the one who runs it has a say in what becomes of a trial of ours. */
    @ParameterizedTest
    @MethodSource("keysOfTrials")
    void attributeThatIsSetOfATrialOfOurs_costsThatTrialAtMost(String key) throws IOException {
        RunStore run = storage.resume(id(2), SPACE).orElseThrow();
        assertThat(run.begin(TrialRecord.running(start(1)))).isTrue();
        run.close();
        before = Files.readAllBytes(file);
        for (String value : VALUES) {
            Files.write(file, before);
            write(set(9, "\"trial_id\":3", key, value));
            as(key + "=" + value, () -> {
                assertOthersAreWhole();
                RunStore again = storage.resume(id(2), SPACE).orElseThrow();
                assertThat(again.elapsedBefore()).isLessThan(Duration.ofDays(1));
                TrialKey left = again.abandoned().get(0);
                assertThat(left).isEqualTo(new TrialKey(1, 0));
                TrialRecord second = TrialRecord.running(start(1).again(NOW));
                assertThat(again.lost(1)).isBetween(0, 1);
                assertThat(again.begin(second)).isTrue();
                assertThat(again.end(second.finished(Outcome.Complete.of(0.125), NOW)))
                        .isTrue();
                again.close();
                assertThat(storage.trials(id(2), SPACE).get(1))
                        .isEqualTo(second.finished(Outcome.Complete.of(0.125), NOW));
                goOn(2);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("keysOfRuns")
    void attributeOfARun_costsThatRunAtMost(String key) throws IOException {
        for (String value : VALUES) {
            Files.write(file, before);
            write(set(3, "\"study_id\":0", key, value));
            as(key + "=" + value, () -> {
                assertThat(storage.runs()).extracting(RunRecord::id).contains(id(2));
                assertThat(storage.trials(id(2), SPACE)).containsExactly(own);
                assertThat(storage.complete()).containsKey(id(2).toString());
                oneMessage(() -> assertThat(storage.trials(id(1), SPACE)).isEqualTo(first));
                oneMessage(() -> storage.read(id(1)));
                oneMessage(() -> storage.elapsed(id(1)));
                oneMessage(() -> storage.resume(id(1), SPACE).ifPresent(run -> {
                    tell(run, 0.75);
                    run.close();
                }));
                goOn(1);
            });
        }
    }

    /** A line that does not count is told once, with its number. */
    @ParameterizedTest
    @ValueSource(strings = {"hpo:attempt", "hpo:elapsed", "hpo:invocation", "hpo:anew"})
    void valueThatWeNeverWrite_isTold(String key) throws IOException {
        RunStore run = storage.resume(id(2), SPACE).orElseThrow();
        assertThat(run.begin(TrialRecord.running(start(1)))).isTrue();
        run.close();
        write(set(9, "\"trial_id\":3", key, "{\"number\":-1}"));
        long number = Files.readAllLines(file).size();

        assertThat(JournalCheck.of(file).faults()).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith(file + ", line " + number + ": " + key + " ({number=-1}) must ")
                .endsWith("; the line is left out"));
    }

    /** What Optuna writes of the end of a trial of ours stays readable, whatever it is. */
    @Test
    void resultOfOursThatCannotBeRead_isAFailureThatIsTold() throws IOException {
        RunStore run = storage.resume(id(2), SPACE).orElseThrow();
        assertThat(run.begin(TrialRecord.running(start(1)))).isTrue();
        run.close();
        write(
                set(9, "\"trial_id\":3", "constraints", "[\"a\"]"),
                "{\"op_code\":6,\"worker_id\":\"p\",\"trial_id\":3,\"state\":1,\"values\":[0.5],\"datetime_complete\":\"2026-02-03T04:05:06\"}");

        TrialRecord ended = storage.trials(id(2), SPACE).get(1);

        assertThat(ended.configuration().get(X)).isEqualTo(0.25);
        assertThat(ended.failure().orElseThrow().message()).isEqualTo("constraints (a) must be a number");
        assertThat(storage.complete(id(2))).hasSize(1);
        assertThat(storage.read(id(2)).faults())
                .containsExactly("run " + id(2) + ", trial 1: constraints (a) must be a number");
        goOn(2);
    }

    private void assertOthersAreWhole() {
        assertThat(numbers(storage.runs())).containsExactly(1, 2);
        assertThat(storage.trials(id(1), SPACE)).isEqualTo(first);
        assertThat(storage.trials(id(2), SPACE).get(0)).isEqualTo(own);
        assertThat(storage.read(id(2)).trials()).hasSize(2);
        assertThat(storage.complete()).containsOnlyKeys(id(1).toString(), id(2).toString());
        assertThat(storage.complete(id(1))).hasSize(2);
        assertThat(storage.invocations(id(2)).values()).doesNotContain(1);
        assertThat(JournalCheck.of(file).runs()).isEqualTo(2);
    }

    /** The run goes on and ends, and the next one begins. */
    private void goOn(int trials) {
        RunStore run = storage.resume(id(2), SPACE).orElseThrow();
        assertThat(run.changes()).hasSize(trials);
        tell(run, 0.75);
        assertThat(run.firstQueued()).isEmpty();
        run.end(new RunEnd(RunEnd.Kind.FINISHED, "done"));
        run.close();
        assertThat(storage.trials(id(2), SPACE)).hasSize(trials + 1);
        RunStore next = begin(RunSeries.searches(STUDY));
        assertThat(next.header().id()).isEqualTo(id(3));
        next.close();
    }

    private static void oneMessage(Runnable action) {
        try {
            action.run();
        } catch (StorageException e) {
            assertThat(e.getMessage()).contains(id(1).toString(), " must ");
            assertThat(e.getMessage()).hasSizeLessThan(300).hasLineCount(1);
        }
    }

    private static void as(String what, Runnable check) {
        assertThatCode(check::run).as(what).doesNotThrowAnyException();
    }

    private static String copy(int state, String attributes) {
        return "{\"op_code\":4,\"worker_id\":\"1c291ca3-7b2e-4e0f-9d0c-0123456789ab-140\",\"study_id\":1,\"state\":"
                + state
                + ",\"value\":0.5,\"datetime_start\":\"2026-02-03T04:05:06\",\"datetime_complete\":\"2026-02-03T04:05:06\","
                + "\"distributions\":{\"x\":\"{\\\"name\\\": \\\"FloatDistribution\\\", \\\"attributes\\\": {\\\"step\\\": null, \\\"low\\\": 0.0,"
                + " \\\"high\\\": 1.0, \\\"log\\\": false}}\"},\"params\":{\"x\":0.5},\"user_attrs\":{},\"system_attrs\":{"
                + attributes
                + "},\"intermediate_values\":{}}";
    }

    private static String set(int code, String id, String key, String value) {
        return "{\"op_code\":" + code + ",\"worker_id\":\"p\"," + id + ",\"system_attr\":{\"" + key + "\":" + value
                + "}}";
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter that cannot be read costs the trial that was run with it: nobody knows what its result is a result of. */
class UnreadableParameterTests extends RunsInAFile {

    private static final String REAL =
            distribution("FloatDistribution", "{'step':null,'low':0.0,'high':1.0,'log':false}");

    private RunStore run;
    private TrialRecord own;

    /** Returns what may stand in a line where a distribution belongs. */
    static List<String> distributions() {
        String deep = "[".repeat(3000) + "]".repeat(3000);
        return List.of(
                "null",
                "7",
                "true",
                "{}",
                "[]",
                deep,
                "\"\"",
                "\"null\"",
                "\"7\"",
                "\"{}\"",
                "\"{\\\"na\"",
                "\"" + deep + "\"",
                "\"{\\\"name\\\":null}\"",
                "\"{\\\"type\\\":\\\"float\\\",\\\"low\\\":\\\"a\\\"}\"",
                distribution("LaterDistribution", "{}"),
                distribution("FloatDistribution", "null"),
                distribution("FloatDistribution", "{'low':1e999,'high':2}"),
                distribution("FloatDistribution", "{'low':NaN,'high':2}"),
                distribution("FloatDistribution", "{'low':1,'high':0}"),
                distribution("FloatDistribution", "{'low':0,'high':1,'step':-1}"),
                distribution("FloatDistribution", "{'low':0,'high':1,'log':7}"),
                distribution("IntDistribution", "{'low':0,'high':1" + "0".repeat(20) + "}"),
                distribution("IntDistribution", "{'low':0,'high':1" + "0".repeat(6000) + "}"),
                distribution("CategoricalDistribution", "{'choices':[]}"),
                distribution("CategoricalDistribution", "{'choices':'ab'}"),
                distribution("CategoricalDistribution", "{'choices':" + deep + "}"));
    }

    private static String distribution(String name, String attributes) {
        return ("'{^name^:^" + name + "^,^attributes^:" + attributes.replace('\'', '^') + "}'")
                .replace("^", "\\\"")
                .replace('\'', '"');
    }

    @BeforeEach
    void begin() {
        run = begin(RunSeries.searches(STUDY));
        tell(run, 0.5);
        own = storage.trials(id(1), SPACE).get(0);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void parameterThatIsSet_costsTheTrial(String distribution) throws IOException {
        write(creation(0));
        write(parameter("x", distribution));
        long line = Files.readAllLines(file).size();
        assertThat(run.changes())
                .extracting(TrialRecord::state)
                .containsExactly(TrialState.COMPLETE, TrialState.RUNNING);
        write(end());

        assertFailed("x cannot be read: ");
        assertThat(JournalCheck.of(file).faults()).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith(file + ", line " + line + ": ")
                .doesNotContain("StreamReadConstraints")
                .endsWith("; the trial that it is about counts as failed when it has ended"));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void parameterOfALineThatBeginsTheTrial_costsTheTrial(String distribution) throws IOException {
        write("{\"op_code\":4,\"worker_id\":\"p\",\"study_id\":0,\"datetime_start\":null,\"state\":1,\"value\":0.25,"
                + "\"distributions\":{\"x\":" + distribution + "},\"params\":{\"x\":0.5}}");
        long line = Files.readAllLines(file).size();

        assertFailed("the line that began it cannot be read: ");
        assertThat(JournalCheck.of(file).faults()).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith(file + ", line " + line + ": ")
                .doesNotContain("StreamReadConstraints")
                .endsWith("; the trial that it begins counts as failed"));
    }

    /** Else it would be a result of the other values alone. */
    @Test
    void parameterThatTheSpaceHasNot_costsTheTrialToo() throws IOException {
        write(creation(0), parameter("x", REAL), parameter("later", distribution("LaterDistribution", "{}")), end());

        assertFailed("later cannot be read: distribution (LaterDistribution) must be ");
    }

    @Test
    void parameterThatIsSetAnewToWhatCanBeRead_costsNothing() throws IOException {
        write(creation(0), parameter("x", "null"), parameter("x", REAL), end());

        assertThat(storage.trials(id(1), SPACE).get(1).value()).hasValue(0.25);
        assertThat(storage.complete(id(1))).hasSize(2);
    }

    @Test
    void parameterOfAQueuedTrial_isWhyItIsNotRun() throws IOException {
        write(creation(4), parameter("x", "null"));

        assertThat(run.firstQueued()).hasValueSatisfying(queued -> assertThat(queued.outcome())
                .isEqualTo(new Outcome.Waiting(Optional.of("x cannot be read: distribution (null) must be a text"))));
    }

    /** Whoever goes on with a run reads what others write meanwhile. */
    @Test
    void lineThatIsWrittenWhileARunGoesOn_isToldOnce() throws IOException {
        List<String> told = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                // Other test classes run beside this one and write their own journals.
                if (message.getMessage().startsWith(file.toString())) {
                    told.add(message.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(JournalFiles.class.getName());
        logger.addHandler(handler);
        try {
            write(creation(0), parameter("x", "null"));
            long line = Files.readAllLines(file).size();
            run.changes();
            tell(run, 0.25);
            run.close();
            storage.runs();

            assertThat(told)
                    .containsExactly(
                            file + ", line " + line + ": distribution (null) must be a text; the trial that it is about"
                                    + " counts as failed when it has ended");
        } finally {
            logger.removeHandler(handler);
        }
    }

    private void assertFailed(String reason) {
        for (List<TrialRecord> trials : List.of(storage.trials(id(1), SPACE), run.changes())) {
            TrialRecord trial = trials.get(trials.size() - 1);
            assertThat(trial.number()).isEqualTo(1);
            Failure failure = trial.failure().orElseThrow();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.OUTSIDE);
            assertThat(failure.message()).startsWith(reason).hasLineCount(1).hasSizeLessThan(400);
            assertThat(trial.isSilent()).isTrue();
        }
        assertThat(storage.trials(id(1), SPACE).get(0)).isEqualTo(own);
        assertThat(storage.complete(id(1))).hasSize(1);
        assertThat(run.begin(TrialRecord.running(own.start()))).isFalse();
        tell(run, 0.75);
        assertThat(storage.trials(id(1), SPACE).get(2).value()).hasValue(0.75);
    }

    private static String creation(int state) {
        return "{\"op_code\":4,\"worker_id\":\"p\",\"study_id\":0,\"datetime_start\":null,\"state\":" + state + "}";
    }

    private static String parameter(String name, String distribution) {
        return "{\"op_code\":5,\"worker_id\":\"p\",\"trial_id\":1,\"param_name\":\"" + name
                + "\",\"param_value_internal\":0.5,\"distribution\":" + distribution + "}";
    }

    private static String end() {
        return "{\"op_code\":6,\"worker_id\":\"p\",\"trial_id\":1,\"state\":1,\"values\":[0.25],\"datetime_complete\":\"2026-02-03T04:05:06\"}";
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }
}

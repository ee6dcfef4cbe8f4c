// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials that another tool has written into a run: they are kept, and never keep anybody from going on. */
class OtherTrialsTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final RunId RUN = new RunId("digits", 1);
    private static final Parameter<String> KIND =
            Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("sgd", "adam"), List.of("sgd", "adam"));
    private static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Parameter<Double> BETA = Parameter.ofDouble(
            Scope.root().when(new Condition.Equal(KIND, "adam")).child("beta"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final PlainSpace SPACE = new PlainSpace(List.of(KIND, RATE, BETA));

    private static final String REAL =
            "{\\\"name\\\": \\\"FloatDistribution\\\", \\\"attributes\\\": {\\\"step\\\": null, \\\"low\\\": 0.0, \\\"high\\\": 9.0, \\\"log\\\": false}}";
    private static final String CHOICE =
            "{\\\"name\\\": \\\"CategoricalDistribution\\\", \\\"attributes\\\": {\\\"choices\\\": [\\\"sgd\\\", \\\"adam\\\", \\\"lion\\\"]}}";

    private Path file;
    private JournalStorage storage;
    private RunStore run;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("digits.log");
        storage = new JournalStorage(file);
        run = begin();
    }

    private RunStore begin() {
        return storage.begin(
                RunSeries.searches("digits"),
                SPACE,
                id -> new RunHeader(id, new RunHeader.Goal("loss", Direction.MINIMIZE), 1, "space", NOW));
    }

    @Test
    void trialsThatHaveNotAllTheirParametersYet_areThereAndKeepNobodyFromBeginning() throws IOException {
        write(
                creation(4, "null"),
                creation(0, "\"2026-02-03T04:05:07+00:00\""),
                creation(0, "\"2026-02-03T04:05:07\""));
        write(parameter(2, "rate", REAL, "0.25"));

        List<TrialRecord> trials = run.changes();

        assertThat(trials)
                .extracting(TrialRecord::state)
                .containsExactly(TrialState.WAITING, TrialState.RUNNING, TrialState.RUNNING);
        assertThat(trials)
                .extracting(trial -> trial.configuration().asMap())
                .containsExactly(Map.of(), Map.of(), Map.of("rate", 0.25));
        assertThat(trials.get(1).start().origin()).isEqualTo(Origin.of(Origin.Source.OTHER));
        assertThat(History.of(trials).counted()).isEqualTo(2);
        assertThat(run.begin(TrialRecord.running(start(3)))).isTrue();
        assertThat(run.end(TrialRecord.running(start(3)).finished(Outcome.Complete.of(1), NOW)))
                .isTrue();
        assertThat(storage.trials(RUN, SPACE)).hasSize(4);
        run.close();
        assertThat(storage.resume(RUN, SPACE).orElseThrow().changes()).hasSize(4);
    }

    @Test
    void configurationOfTheSpace_isAResultLikeAnyOther() throws IOException {
        write(creation(0, "\"2026-02-03T04:05:07+00:00\""));
        write(parameter(0, "kind", CHOICE, "1"), parameter(0, "rate", REAL, "0.25"), parameter(0, "beta", REAL, "0.5"));
        write(end(0, 1, "[0.125]"));

        assertThat(storage.trials(RUN, SPACE)).singleElement().satisfies(trial -> {
            assertThat(trial.value()).hasValue(0.125);
            assertThat(trial.configuration().asMap()).isEqualTo(Map.of("kind", "adam", "rate", 0.25, "beta", 0.5));
        });
        assertThat(storage.complete(RUN)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0:kind rate=7.5       | rate value (7.5) must be in the domain",
                "2:kind rate=0.5       | kind value (lion) must be",
                "9:kind rate=0.5       | index (9.0) must be that of one of",
                "0:kind                | rate must have a value",
                "1:kind rate=0.5       | beta must have a value",
                "0:kind rate=0.5 beta=0.5 | beta",
                "0:kind rate=0.5 other=1 | parameter (other) must be one of the space"
            })
    void configurationThatIsNoneOfTheSpace_isKeptAsFailed(String parameters, String reason) throws IOException {
        write(creation(0, "\"2026-02-03T04:05:07+00:00\""));
        for (String parameter : parameters.split(" ", -1)) {
            write(
                    parameter.endsWith("kind")
                            ? parameter(0, "kind", CHOICE, parameter.substring(0, 1))
                            : parameter(0, parameter.replaceAll("=.*", ""), REAL, parameter.replaceAll(".*=", "")));
        }
        assertThat(storage.trials(RUN, SPACE)).extracting(TrialRecord::state).containsExactly(TrialState.RUNNING);
        write(end(0, 1, "[0.125]"));

        History history = History.of(storage.trials(RUN, SPACE));

        assertThat(history.trial(0).failure()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.OUTSIDE);
            assertThat(failure.message()).contains(reason).endsWith("its value (0.125) does not count");
        });
        assertThat(history.trial(0).isSilent()).isTrue();
        assertThat(history.best(Direction.MINIMIZE)).isEmpty();
        assertThat(history.counted()).isEqualTo(1);
        assertThat(Files.readString(file)).contains("\"values\":[0.125]");
        assertThat(storage.complete(RUN)).allSatisfy(stored -> assertThat(
                        new Projection(SPACE, Optional.empty(), Direction.MINIMIZE).project("digits", List.of(stored)))
                .isNotNull());
    }

    @ParameterizedTest
    @CsvSource({"1,[NaN],NOT_FINITE", "3,null,EXCEPTION"})
    void failureOfAnotherTool_hasAReason(int state, String values, Failure.Kind kind) throws IOException {
        write(creation(0, "\"2026-02-03T04:05:07+00:00\""));
        write(parameter(0, "kind", CHOICE, "0"), parameter(0, "rate", REAL, "0.25"), end(0, state, values));
        write(creation(0, "\"2026-02-03T04:05:07+00:00\""), end(1, state, values));

        assertThat(storage.trials(RUN, SPACE))
                .extracting(trial -> trial.failure().orElseThrow().kind())
                .containsExactly(kind, Failure.Kind.OUTSIDE);
    }

    @Test
    void wholeTrialOfALine_isCheckedToo() throws IOException {
        write("{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"datetime_start\":null,\"datetime_complete\":null,"
                + "\"state\":1,\"value\":0.125,\"distributions\":{},\"params\":{},\"user_attrs\":{},\"system_attrs\":{},"
                + "\"intermediate_values\":{\"1\":0.5}}");

        assertThat(storage.trials(RUN, SPACE)).singleElement().satisfies(trial -> assertThat(
                        trial.failure().orElseThrow().message())
                .contains("kind must have a value"));
    }

    /** Optuna counts such a trial, so that its number is taken: without it, the results that follow would be those of their neighbours. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "IntDistribution(0, 10**20) | 'distributions':{'n':'{^name^:^IntDistribution^,^attributes^:{^log^:false,^step^:1,^low^:0,^high^:100000000000000000000}}'},'params':{'n':5} | high",
                "a later distribution       | 'distributions':{'n':'{^name^:^NormalDistribution^,^attributes^:{^mean^:0}}'},'params':{'n':5} | NormalDistribution",
                "a distribution that is not there | 'distributions':{},'params':{'n':5} | distributions",
                "step -1                    | 'intermediate_values':{'-1':0.5} | -1",
                "step 10**20                | 'intermediate_values':{'100000000000000000000':0.5} | 100000000000000000000",
                "a report that is no number | 'intermediate_values':{'1':null} | null",
                "a parameter that is no number | 'params':{'rate':[1]} | rate",
                "a later state              | 'state':7 | state (7)",
                "a time that is none        | 'datetime_complete':'tomorrow' | tomorrow",
                "attributes that are none   | 'user_attrs':[1] | user_attrs",
                "a worker without a name    | 'worker_id':5 | worker_id (5)"
            })
    void lineThatBeginsATrialAndCannotBeRead_keepsItsPlace(String name, String fields, String reason)
            throws IOException {
        keep(0, 0.5);
        String content = fields.replace('\'', '"').replace("^", "\\\"");
        write("{\"op_code\":4,\"worker_id\":\"py-1\",\"state\":1,\"value\":0.125,\"datetime_start\":null,"
                + "\"datetime_complete\":null," + content + ",\"study_id\":0}");
        write("{\"op_code\":8,\"worker_id\":\"py-1\",\"trial_id\":1,\"user_attr\":{\"a\":\"b\"}}");

        assertThat(run.begin(TrialRecord.running(start(1)))).isFalse();
        keep(2, 0.25);

        for (List<TrialRecord> trials : List.of(run.changes(), storage.trials(RUN, SPACE))) {
            assertThat(trials)
                    .extracting(TrialRecord::value)
                    .containsExactly(OptionalDouble.of(0.5), OptionalDouble.empty(), OptionalDouble.of(0.25));
            assertThat(trials.get(1).failure().orElseThrow().kind()).isEqualTo(Failure.Kind.OUTSIDE);
            assertThat(trials.get(1).failure().orElseThrow().message())
                    .startsWith("the line that began it cannot be read: ")
                    .contains(reason);
        }
        assertThat(storage.complete(RUN)).extracting(Projection.Stored::value).containsExactly(0.5, 0.25);
        run.close();
        RunStore next = begin();
        assertThat(next.begin(TrialRecord.running(start(0)))).isTrue();
    }

    private void keep(int number, double value) {
        TrialRecord trial = TrialRecord.running(start(number));
        assertThat(run.begin(trial)).isTrue();
        assertThat(run.end(trial.finished(Outcome.Complete.of(value), NOW))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hpo:source\":\"SAMPLER\"", "\"kind\":\"EXCEPTION\""})
    void wordOfALaterVersion_doesNotMakeARunUnreadable(String word) throws IOException {
        TrialRecord trial = TrialRecord.running(start(0));
        run.begin(trial);
        run.end(trial.finished(new Outcome.Failed(Failure.of(Failure.Kind.EXCEPTION, "boom")), NOW));
        run.close();
        Files.writeString(file, Files.readString(file).replace(word, word.replaceAll("[A-Z]+", "NEWER")));

        TrialRecord read = storage.trials(RUN, SPACE).get(0);

        boolean isSource = word.contains("source");
        assertThat(read.start().origin().source()).isEqualTo(isSource ? Origin.Source.OTHER : Origin.Source.SAMPLER);
        assertThat(read.failure().orElseThrow().kind())
                .isEqualTo(isSource ? Failure.Kind.EXCEPTION : Failure.Kind.UNKNOWN);
        assertThat(read.failure().orElseThrow().message()).isEqualTo(isSource ? "boom" : "NEWER: boom");
        assertThat(storage.resume(RUN, SPACE).orElseThrow().changes()).hasSize(1);
    }

    /** The run that begins does not read the trials of the others, but for those that wait. */
    @Test
    void queueOfALongRun_isFoundAmongTrialsThatAreNotRead() throws IOException {
        for (int number = 0; number < 5; number++) {
            run.begin(TrialRecord.running(start(number)));
        }
        write(creation(4, "null"));
        write("{\"system_attrs\":{\"fixed_params\":{\"rate\":0.5}},\"state\":4,\"study_id\":0,\"op_code\":4,"
                + "\"datetime_start\":null,\"user_attrs\":{\"by\":\"me\"},\"params\":{\"kind\":0},\"distributions\":{\"kind\":\""
                + CHOICE.replace(", \\\"lion\\\"", "") + "\"}}");
        write(creation(4, "null"));
        write(
                "{\"op_code\":6,\"worker_id\":\"py-1\",\"trial_id\":5,\"state\":0,\"values\":null,\"datetime_start\":\"2026-02-03T04:05:07\"}");
        write(end(7, 3, "null"));
        run.close();

        RunStore next = begin();

        assertThat(next.firstQueued()).hasValueSatisfying(trial -> {
            assertThat(trial.configuration().asMap()).isEqualTo(Map.of("kind", "sgd", "rate", 0.5));
            assertThat(trial.progress().attributes()).isEqualTo(Map.of("by", "me"));
        });
        assertThat(storage.trials(next.header().id(), SPACE)).hasSize(1);
        assertThat(storage.trials(RUN, SPACE))
                .extracting(trial -> trial.isMoved() ? "MOVED" : trial.state().name())
                .endsWith("RUNNING", "MOVED", "FAILED");
    }

    private static TrialStart start(int number) {
        Configuration configuration =
                Configuration.builder().set(KIND, "sgd").set(RATE, 0.5).build();
        return new TrialStart(number, configuration, 7, Origin.of(Origin.Source.SAMPLER), NOW);
    }

    private static String creation(int state, String start) {
        return "{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"datetime_start\":" + start
                + (state == 0 ? "}" : ",\"state\":" + state + "}");
    }

    private static String parameter(int trial, String name, String distribution, String value) {
        return "{\"op_code\":5,\"worker_id\":\"py-1\",\"trial_id\":" + trial + ",\"param_name\":\"" + name
                + "\",\"param_value_internal\":" + value + ",\"distribution\":\"" + distribution + "\"}";
    }

    private static String end(int trial, int state, String values) {
        return "{\"op_code\":6,\"worker_id\":\"py-1\",\"trial_id\":" + trial + ",\"state\":" + state + ",\"values\":"
                + values + ",\"datetime_complete\":\"2026-02-03T04:05:08.000001+00:00\"}";
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }
}

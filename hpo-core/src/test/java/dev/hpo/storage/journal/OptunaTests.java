// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.storage.journal.line.Assignment;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Attributes;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Standing;
import dev.hpo.storage.journal.line.Times;
import dev.hpo.storage.journal.lock.LockTiming;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The journal and Optuna itself, of each version whose Python is given: {@code interop/run} gives them. */
@EnabledIfSystemProperty(named = Optuna.PYTHONS, matches = ".+", disabledReason = "interop/run says where Optuna is")
class OptunaTests {

    private static final String STUDY = "java \"study\" \u00e9\ud83d\ude00 #1";
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789012Z");

    private static final Parameter<String> KIND = Parameter.ofChoice(
            Scope.root().child("kind"), ChoiceDomain.of("sgd", "adam \u00e9\n"), List.of("sgd", "adam \u00e9\n"));
    private static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LOG, 1e-5, 0.1));
    private static final Parameter<Double> MOMENTUM =
            Parameter.ofDouble(Scope.root().child("momentum"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.9999));
    private static final Parameter<Double> DROPOUT =
            Parameter.ofDouble(Scope.root().child("dropout"), RealDomain.stepped(0, 0.3, 0.1));
    private static final Parameter<Long> UNITS =
            Parameter.ofLong(Scope.root().child("units"), IntegerDomain.stepped(16, 256, 16));
    private static final Parameter<Long> SEED =
            Parameter.ofLong(Scope.root().child("seed"), IntegerDomain.of(Scale.LOG, 1, 1L << 53));
    private static final Parameter<Integer> BATCH =
            Parameter.ofChoice(Scope.root().child("batch"), ChoiceDomain.of("16", "128"), List.of(16, 128));
    private static final Parameter<Boolean> FLAG =
            Parameter.ofChoice(Scope.root().child("flag"), ChoiceDomain.of("true", "false"), List.of(true, false));
    private static final Parameter<Double> BETA = Parameter.ofDouble(
            Scope.root().when(new Condition.Equal(KIND, "adam \u00e9\n")).child("beta"),
            RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Space<?> SPACE =
            new PlainSpace(List.of(KIND, RATE, MOMENTUM, DROPOUT, UNITS, SEED, BATCH, FLAG, BETA));
    private static final SpaceMapping MAPPING = SpaceMapping.of(SPACE);

    private Path folder;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        folder = temporary;
    }

    static Stream<String> pythons() {
        return Optuna.pythons();
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void journalOfJava_isReadByOptuna(String python) throws Exception {
        try (Journal journal = open()) {
            List<Configuration> configurations = writeStudy(journal, 20);
            Map<?, ?> study = run(python, "load", STUDY);

            assertThat(study.get("studies")).isEqualTo(List.of(STUDY));
            assertThat(study.get("metric_names")).isEqualTo(List.of("loss"));
            assertThat(study.get("best")).isEqualTo(0);
            List<?> trials = list(study, "trials");
            assertThat(trials).hasSize(configurations.size());
            for (int number = 0; number < trials.size(); number++) {
                Map<?, ?> trial = (Map<?, ?>) trials.get(number);
                assertThat(trial.get("number")).isEqualTo(number);
                assertThat(((Number) at(trial, "started")).longValue())
                        .isEqualTo(NOW.getEpochSecond() * 1_000_000 + 789_012);
                assertThat(read((Map<?, ?>) at(trial, "params"))).isEqualTo(configurations.get(number));
            }
            assertStates(trials);
        }
    }

    private static void assertStates(List<?> trials) {
        assertThat(((Map<?, ?>) trials.get(0)).get("user_attrs")).isEqualTo(Map.of("note", "\u00e9\n\ud83d\ude00\""));
        assertThat(((Map<?, ?>) trials.get(0)).get("system_attrs"))
                .isEqualTo(Map.of("hpo:seed", "9223372036854775807"));
        assertThat(((Map<?, ?>) trials.get(1)).get("state")).isEqualTo("PRUNED");
        assertThat(((Map<?, ?>) trials.get(1)).get("intermediate_values"))
                .isEqualTo(Map.of("1", 0.5, "2", "nan", "3", "-inf"));
        assertThat(((Map<?, ?>) trials.get(2)).get("state")).isEqualTo("FAIL");
        assertThat(((Map<?, ?>) trials.get(3)).get("values")).isEqualTo(List.of("inf"));
        assertThat(((Map<?, ?>) trials.get(4)).get("state")).isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void journalOfJava_isAnalysedByOptuna(String python) throws Exception {
        try (Journal journal = open()) {
            writeStudy(journal, 40);
        }
        Map<?, ?> analysis = run(python, "analyse", STUDY);
        assertThat(analysis.get("rows")).isEqualTo(40);
        assertThat(list(analysis, "importances")).asString().contains("rate", "momentum");
        assertThat(list(analysis, "plots")).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void optunaGoesOn_takesWhatJavaQueued_andQueuesItself(String python) throws Exception {
        // Version 4 cannot compare its times with those that have an offset.
        JournalSettings settings = new JournalSettings(Following.everything(), Times.LOCAL, LockTiming.OPTUNA);
        try (Journal journal = Journal.open(folder.resolve("study.log"), settings)) {
            writeStudy(journal, 20);
            Map<String, Object> fixed = new LinkedHashMap<>();
            fixed.put("rate", 0.01);
            fixed.put("batch", MAPPING.external(BATCH, "128"));
            fixed.put("kind", "sgd");
            journal.append(state -> List.of(new Operation.CreateTrial(
                    0,
                    new Draft(
                            Standing.waiting(),
                            Map.of(),
                            Attributes.none().with(Attribute.system("fixed_params", fixed)),
                            List.of()))));

            assertThat(run(python, "continue", STUDY, "11").get("numbers"))
                    .isEqualTo(IntStream.range(20, 31).boxed().toList());
            run(python, "queue", STUDY, "{\"rate\": 0.02, \"units\": 64, \"flag\": false}");

            assertContinued(journal);
            endQueued(journal);
        }
        List<?> trials = list(run(python, "load", STUDY), "trials");
        assertThat(((Map<?, ?>) trials.get(31)).get("values")).isEqualTo(List.of(0.125));
        assertThat(((Map<?, ?>) trials.get(31)).get("params")).isEqualTo(Map.of("rate", 0.02));
    }

    private static void assertContinued(Journal journal) {
        List<StoredTrial> trials =
                journal.read(state -> state.study(STUDY).orElseThrow().trials());
        assertThat(trials).hasSize(32);
        for (StoredTrial trial : trials.subList(20, 31)) {
            assertConfiguration(trial);
            assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
            assertThat(trial.values()).containsExactly((double) trial.number());
            assertThat(trial.curve().size()).isEqualTo(2);
            assertThat(trial.userAttributes()).isEqualTo(Map.of("by", "python \u00e9\ud83d\ude00"));
            assertThat(trial.startedAt().orElseThrow()).isBetween(Instant.now().minusSeconds(600), Instant.now());
            assertThat(trial.completedAt().orElseThrow())
                    .isBetween(trial.startedAt().orElseThrow(), Instant.now());
        }
        Configuration queued = MAPPING.configuration(trials.get(20).parameters());
        assertThat(queued.get(RATE)).isEqualTo(0.01);
        assertThat(queued.get(BATCH)).isEqualTo(128);
        assertThat(queued.get(KIND)).isEqualTo("sgd");
        StoredTrial waiting = trials.get(31);
        assertThat(waiting.state()).isEqualTo(TrialState.WAITING);
        Map<?, ?> fixed = (Map<?, ?>) at(waiting.systemAttributes(), "fixed_params");
        assertThat(fixed).isEqualTo(Map.of("rate", 0.02, "units", 64L, "flag", false));
        assertThat(MAPPING.raw(FLAG, fixed.get("flag"))).isEqualTo("false");
    }

    /** The trials of Python have the parameters of the first complete one, which does not have that of the other kind. */
    private static void assertConfiguration(StoredTrial trial) {
        assertThat(trial.parameters()).hasSize(8);
        if ("sgd".equals(SpaceMapping.external((Assignment) at(trial.parameters(), "kind")))) {
            assertThat(MAPPING.configuration(trial.parameters()).asMap()).hasSize(8);
        } else {
            assertThatThrownBy(() -> MAPPING.configuration(trial.parameters()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("beta must have a value; give 0 to 1");
        }
    }

    private static void endQueued(Journal journal) {
        journal.append(state -> {
            StoredTrial waiting = state.study(STUDY).orElseThrow().trials().get(31);
            return List.of(
                    new Operation.SetState(waiting.id(), Standing.running(Instant.now())),
                    new Operation.SetParameter(waiting.id(), "rate", new Assignment(MAPPING.distribution(RATE), 0.02)),
                    Trials.end(waiting.id(), 0.125));
        });
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void fileThatOptunaBroke_isMended(String python) throws Exception {
        try (Journal journal = open()) {
            writeStudy(journal, 20);
            String torn = Trials.lines(Trials.begin(0)).substring(0, 50);
            write(torn);
            run(python, "append", STUDY, "first");
            write("x".repeat(50) + "\n");
            assertThat(failure(python, "append", STUDY, "second")).contains("JSONDecodeError");
            assertThat(failure(python, "load", STUDY)).contains("JSONDecodeError");

            journal.append(state -> List.of(Trials.begin(0)));

            assertThat(journal.<Object>read(
                            state -> at(state.study(STUDY).orElseThrow().userAttributes(), "appended")))
                    .isEqualTo("first");
        }
        assertThat(list(run(python, "load", STUDY), "trials")).hasSize(21);
        assertThat(run(python, "continue", STUDY, "1").get("numbers")).isEqualTo(List.of(21));
    }

    @Test
    void thereIsAnOptuna() {
        assertThat(pythons()).isNotEmpty();
    }

    private List<Configuration> writeStudy(Journal journal, int trials) {
        Random random = new Random(5);
        List<Configuration> configurations = new ArrayList<>();
        journal.append(state -> List.of(
                Trials.study(STUDY),
                new Operation.StudyAttribute(0, Attribute.system("hpo:seed", "42")),
                new Operation.StudyAttribute(0, Attribute.user("host", "\u00e9")),
                new Operation.StudyAttribute(0, Attribute.system("study:metric_names", List.of("loss")))));
        for (int number = 0; number < trials; number++) {
            int id = number;
            Configuration configuration = SPACE.choose(parameter -> id == 0
                    ? parameter.domain().fromUnit(0)
                    : parameter.domain().fromUnit(random.nextDouble()));
            configurations.add(configuration);
            Attributes attributes = Attributes.none().with(Attribute.system("hpo:seed", "9223372036854775807"));
            Draft draft = new Draft(Standing.running(NOW), MAPPING.assignments(configuration), attributes, List.of());
            journal.append(state -> List.of(new Operation.CreateTrial(0, draft)));
            journal.append(state -> end(id));
        }
        return configurations;
    }

    private static List<Operation> end(int trial) {
        Instant end = NOW.plus(Duration.ofSeconds(1 + trial));
        return switch (trial) {
            case 0 ->
                List.of(
                        Trials.report(0, 1, 0.5),
                        Trials.attribute(0, "note", "\u00e9\n\ud83d\ude00\""),
                        new Operation.SetState(0, Standing.finished(TrialState.COMPLETE, List.of(1e-300), end)));
            case 1 ->
                List.of(
                        Trials.report(1, 1, 0.5),
                        Trials.report(1, 2, Double.NaN),
                        Trials.report(1, 3, Double.NEGATIVE_INFINITY),
                        new Operation.SetState(1, Standing.finished(TrialState.PRUNED, List.of(0.5), end)));
            case 2 -> List.of(new Operation.SetState(2, Standing.finished(TrialState.FAILED, List.of(), end)));
            case 3 ->
                List.of(new Operation.SetState(
                        3, Standing.finished(TrialState.COMPLETE, List.of(Double.POSITIVE_INFINITY), end)));
            case 4 -> List.of();
            default ->
                List.of(
                        Trials.report(trial, 1, 1.0 / trial),
                        new Operation.SetState(
                                trial, Standing.finished(TrialState.COMPLETE, List.of(1.0 / trial), end)));
        };
    }

    private static Configuration read(Map<?, ?> params) {
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : SPACE.parameters()) {
            if (params.containsKey(parameter.name())) {
                builder.setRaw(parameter, MAPPING.raw(parameter, params.get(parameter.name())));
            }
        }
        return builder.build();
    }

    private static Object at(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return (List<?>) at(map, key);
    }

    private Journal open() {
        return Journal.open(folder.resolve("study.log"), JournalSettings.of(Following.everything()));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("study.log"), text, StandardOpenOption.APPEND);
    }

    private Map<?, ?> run(String python, String command, String... arguments) throws Exception {
        return optuna(python).run(command, arguments);
    }

    private String failure(String python, String command, String... arguments) throws Exception {
        return optuna(python).failure(command, arguments);
    }

    private Optuna optuna(String python) {
        return new Optuna(python, folder.resolve("study.log"));
    }
}

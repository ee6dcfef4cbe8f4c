// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes of ours and workers in Python on one run at once, each with a share of the trials. */
@EnabledIfSystemProperty(named = Optuna.PYTHONS, matches = ".+", disabledReason = "interop/run says where Optuna is")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class OptunaWorkersTests {

    static final RunId RUN = new RunId("shared", 1);

    private static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LOG, 1e-5, 0.1));
    private static final Parameter<Long> UNITS =
            Parameter.ofLong(Scope.root().child("units"), IntegerDomain.stepped(16, 256, 16));
    static final PlainSpace SPACE = new PlainSpace(List.of(RATE, UNITS));

    private static final int PROCESSES = 4;
    private static final int SHARE = 225;
    private static final int WORKERS = 2;
    private static final int SHARE_OF_PYTHON = 50;
    private static final int TRIALS = PROCESSES * SHARE + WORKERS * SHARE_OF_PYTHON;

    /** Returns what all of ours take part in. */
    static StudySpec spec(Path file) {
        return StudySpec.minimize(RUN.study(), "loss")
                .withTrials(TRIALS + 1)
                .withMode(Mode.JOINED)
                .withSampler(Samplers.named("random"))
                .withStorage(new JournalStorage(file));
    }

    static List<String> pythons() {
        return Optuna.pythons().toList();
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void sixWorkersOfTwoKinds_giveEachNumberOnce_andLoseNothing(String python, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("shared.log");
        Optuna optuna = new Optuna(python, file);
        try (Study<Configuration> study = Study.open(SPACE, spec(file))) {
            // Workers in Python copy its parameters.
            Trial first = study.ask().orElseThrow().trial();
            first.report(-1);
            study.tell(first);
            assertEachNumberOnce(optuna, folder);
        }
        assertSound(file);
        Map<?, ?> study = optuna.run("load", RUN.toString());
        assertThat((List<?>) study.get("trials")).hasSize(TRIALS + 1);
        assertThat(study.get("best")).isEqualTo(0);
    }

    private static void assertEachNumberOnce(Optuna optuna, Path folder) throws Exception {
        List<Child> children = new ArrayList<>();
        for (int child = 0; child < PROCESSES; child++) {
            children.add(Child.start(
                    folder.resolve("output" + child), "join", optuna.journal(), SHARE, folder.resolve("told" + child)));
        }
        List<Optuna.Running> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.add(optuna.start("continue", RUN.toString(), String.valueOf(SHARE_OF_PYTHON)));
        }
        List<Integer> numbers = new ArrayList<>();
        for (Optuna.Running worker : workers) {
            ((List<?>) Objects.requireNonNull(optuna.result(worker).get("numbers")))
                    .forEach(number -> numbers.add((Integer) number));
        }
        for (int child = 0; child < PROCESSES; child++) {
            assertThat(children.get(child).exitCode())
                    .as(Files.readString(folder.resolve("output" + child)))
                    .isZero();
            Files.readAllLines(folder.resolve("told" + child)).forEach(line -> numbers.add(Integer.valueOf(line)));
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(1, TRIALS + 1).boxed().toList());
    }

    private static void assertSound(Path file) {
        List<TrialRecord> trials = new JournalStorage(file).trials(RUN, SPACE);
        assertThat(trials).hasSize(TRIALS + 1).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
            assertThat(trial.value()).hasValue(trial.number() == 0 ? -1 : trial.number());
        });
        assertThat(trials.stream().filter(trial -> trial.start().origin().source() == Origin.Source.OTHER))
                .hasSize(WORKERS * SHARE_OF_PYTHON);
        try (Journal journal = Journal.open(file, JournalSettings.of(Following.everything()))) {
            assertThat(journal.faults()).isEmpty();
        }
    }
}

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
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide says of Optuna, with the scripts that it shows. */
@EnabledIfSystemProperty(named = Optuna.PYTHONS, matches = ".+", disabledReason = "interop/run says where Optuna is")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OptunaGuideTests {

    private static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("learningRate"), RealDomain.of(Scale.LOG, 1e-4, 1));
    private static final Parameter<Long> UNITS =
            Parameter.ofLong(Scope.root().child("hiddenUnits"), IntegerDomain.of(Scale.LINEAR, 16, 256));
    private static final PlainSpace SPACE = new PlainSpace(List.of(RATE, UNITS));

    static List<String> pythons() {
        return Optuna.pythons().toList();
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void workerGoesOnBesideUs_andWhatItQueuesIsTakenNext(String python, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits.log");
        Optuna optuna = new Optuna(python, file);
        StudySpec spec = StudySpec.minimize("digits", "loss")
                .withTrials(16)
                .withSampler(Samplers.named("tpe"))
                .withStorage(new JournalStorage(file));
        try (Study<Configuration> study = Study.open(SPACE, spec)) {
            run(study, 5);
            optuna.runScript("worker.py", "12");
            run(study, 1);
            assertThat(study.history().trials().subList(5, 12)).allSatisfy(trial -> {
                assertThat(trial.start().origin().source()).isEqualTo(Origin.Source.OTHER);
                assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
            });
            assertThat(study.history().size()).isEqualTo(13);

            optuna.runScript("enqueue.py");
            run(study, 10);

            assertThat(study.history().trial(13).configuration().get(RATE)).isEqualTo(0.03);
            assertThat(study.history().counted()).isEqualTo(16);
            assertThat(study.endReason()).contains("all 16 trials are done");
            assertThat(new JournalStorage(file).trials(new RunId("digits", 1), SPACE))
                    .isEqualTo(study.history().trials());
            Map<?, ?> loaded = optuna.run("load", "digits #1");
            assertThat(loaded.get("best"))
                    .isEqualTo(study.best().map(TrialRecord::number).orElseThrow());
        }
    }

    /** Whoever counts the lines that begin trials, as Optuna does, comes to the numbers that they had. */
    @ParameterizedTest
    @MethodSource("pythons")
    void damagedBeginningOfATrial_costsThatTrialInOptunaToo(String python, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits.log");
        StudySpec spec = StudySpec.minimize("digits", "loss").withStorage(new JournalStorage(file));
        try (Study<Configuration> study = Study.open(SPACE, spec)) {
            run(study, 4);
        }
        List<String> lines = Files.readAllLines(file);
        Files.write(
                file,
                lines.stream()
                        .map(line -> line.contains("\"hpo:id\":1,") ? "x".repeat(line.length()) : line)
                        .toList());
        List<TrialRecord> trials = new JournalStorage(file).trials(new RunId("digits", 1), SPACE);

        Study.open(SPACE, spec).close();

        List<?> loaded = (List<?>) Objects.requireNonNull(
                new Optuna(python, file).run("load", "digits #1").get("trials"));
        assertThat(loaded.stream()
                        .map(trial -> ((Map<?, ?>) trial).get("state") + " " + ((Map<?, ?>) trial).get("values")))
                .containsExactly(
                        "COMPLETE " + values(trials.get(0)),
                        "FAIL null",
                        "COMPLETE " + values(trials.get(2)),
                        "COMPLETE " + values(trials.get(3)));
    }

    private static List<Double> values(TrialRecord trial) {
        return List.of(trial.value().orElseThrow());
    }

    private static void run(Study<Configuration> study, int most) throws InterruptedException {
        for (int i = 0; i < most; i++) {
            for (Suggestion<Configuration> suggestion : study.ask().stream().toList()) {
                Configuration config = suggestion.config();
                suggestion.trial().report(Math.abs(config.get(RATE) - 0.01) + Math.abs(config.get(UNITS) - 64) / 100.0);
                study.tell(suggestion.trial());
            }
        }
    }
}

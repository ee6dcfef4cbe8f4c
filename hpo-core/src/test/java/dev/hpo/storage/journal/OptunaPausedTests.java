// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.storage.JournalStorage;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.StudyFacts;
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

/** What Optuna makes of trials that pause, and of those that go on with them. */
@EnabledIfSystemProperty(named = Optuna.PYTHONS, matches = ".+", disabledReason = "interop/run says where Optuna is")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OptunaPausedTests {

    private static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LINEAR, 0, 1));

    static List<String> pythons() {
        return Optuna.pythons().toList();
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void promotion_hasTheWholeCurve(String python, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits.log");
        StudySpec spec = StudySpec.minimize("digits", "loss")
                .withTrials(3)
                .withSampler(new FirstGoesOn())
                .withPruner(judged -> judged.trial().number() == 0
                                && judged.trial().observations().size() == 2
                        ? new Verdict.Pause("for now")
                        : Verdict.KEEP)
                .withStorage(new JournalStorage(file));
        try (Study<Configuration> study = Study.open(new PlainSpace(List.of(RATE)), spec)) {
            study.optimize(training());
        }

        Optuna optuna = new Optuna(python, file);
        List<?> trials =
                (List<?>) Objects.requireNonNull(optuna.run("load", "digits #1").get("trials"));
        assertThat(trials).hasSize(4);
        Map<?, ?> paused = (Map<?, ?>) trials.get(0);
        Map<?, ?> promoted = (Map<?, ?>) trials.get(3);
        assertThat(paused.get("state")).isEqualTo("PRUNED");
        assertThat((Map<?, ?>) paused.get("system_attrs"))
                .extracting("hpo:paused")
                .isEqualTo(true);
        assertThat(promoted.get("state")).isEqualTo("COMPLETE");
        assertThat(promoted.get("params")).isEqualTo(paused.get("params"));
        assertThat(promoted.get("intermediate_values")).asString().contains("1=", "2=", "3=", "4=");
        assertThat(optuna.run("analyse", "digits #1").get("rows")).isEqualTo(4);
    }

    private static Objective<Configuration> training() {
        return (configuration, trial) -> {
            Path saved = trial.checkpoint().resolve("step.txt");
            int done = Files.exists(saved) ? Integer.parseInt(Files.readString(saved)) : 0;
            for (int step = done + 1; step <= 4; step++) {
                Files.writeString(saved, String.valueOf(step));
                trial.report(step, configuration.get(RATE) / step);
            }
        };
    }

    private static final class FirstGoesOn implements Sampler {

        private final Sampler starts = new RandomSampler();

        @Override
        public Proposal propose(Ask ask) {
            return ask.history().size() == 3 ? Proposal.Promote.of(0) : starts.propose(ask);
        }

        @Override
        public boolean promotes() {
            return true;
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "the first goes on";
        }
    }
}

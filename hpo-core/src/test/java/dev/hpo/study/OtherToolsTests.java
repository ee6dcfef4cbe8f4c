// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.storage.JournalStorage;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever another tool has written into a run, each sampler goes on beside it. */
@Timeout(120)
class OtherToolsTests {

    private static final Parameter<String> KIND =
            Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("sgd", "adam"), List.of("sgd", "adam"));
    private static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Parameter<Double> BETA = Parameter.ofDouble(
            Scope.root().when(new Condition.Equal(KIND, "adam")).child("beta"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final PlainSpace SPACE = new PlainSpace(List.of(KIND, RATE, BETA));

    private static final String REAL =
            "{\\\"name\\\":\\\"FloatDistribution\\\",\\\"attributes\\\":{\\\"step\\\":null,\\\"low\\\":0.0,\\\"high\\\":9.0,\\\"log\\\":false}}";

    /** Trials that have not said all, or something else: running, complete, pruned, failed and queued ones. */
    private static final List<String> OTHERS = List.of(
            trial(0, "", ""),
            trial(0, "0.5", ""),
            trial(1, "7.5", ",\"value\":-9"),
            trial(1, "0.5", ",\"value\":-8"),
            trial(2, "0.5", ",\"value\":-7"),
            trial(3, "", ""),
            trial(4, "0.25", ""));

    static Stream<Arguments> samplersAndModes() {
        return Samplers.names().stream()
                .flatMap(sampler -> Stream.of(Mode.SEQUENTIAL, Mode.ORDERED).map(mode -> Arguments.of(sampler, mode)));
    }

    @ParameterizedTest
    @MethodSource("samplersAndModes")
    void samplerGoesOn_andTheBestIsOneOfTheSpace(String sampler, Mode mode, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits.log");
        StudySpec spec = StudySpec.minimize("digits", "loss")
                .withTrials(26)
                .withMode(mode)
                .withSampler(Samplers.named(sampler))
                .withStorage(new JournalStorage(file));
        try (Study<Configuration> study = Study.open(SPACE, spec)) {
            run(study, 3);
            Files.writeString(file, String.join("", OTHERS), StandardOpenOption.APPEND);
            run(study, 10);
            Files.writeString(file, String.join("", OTHERS), StandardOpenOption.APPEND);
            run(study, 30);

            assertThat(study.endReason()).contains("all 26 trials are done");
            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(14);
            assertThat(study.history().trials().stream().filter(TrialRecord::isSilent))
                    .hasSize(8);
            TrialRecord best = study.best().orElseThrow();
            assertThat(best.value().orElseThrow()).isNotNegative();
        }
    }

    private static String trial(int state, String rate, String more) {
        String drawn = rate.isEmpty() ? "" : "\"rate\":\"" + REAL + "\"";
        String value = rate.isEmpty() ? "" : "\"rate\":" + rate;
        return "{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"datetime_start\":\"2026-02-03T04:05:06\",\"state\":"
                + state + ",\"distributions\":{" + drawn + "},\"params\":{" + value + "}" + more + "}\n";
    }

    private static void run(Study<Configuration> study, int most) throws InterruptedException {
        for (int i = 0; i < most; i++) {
            for (Suggestion<Configuration> suggestion : study.ask().stream().toList()) {
                suggestion.trial().report(suggestion.config().get(RATE));
                study.tell(suggestion.trial());
            }
        }
    }
}

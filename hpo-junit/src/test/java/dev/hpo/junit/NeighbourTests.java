// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Tuning tests beside the extensions that people use most. */
class NeighbourTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void mockito_mocksFieldsAndParameters() {
        EngineExecutionResults results = new TuningRun(folder).of(MockedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
    }

    @Test
    void strictnessOfMockito_isRed() throws IOException {
        EngineExecutionResults results = new TuningRun(folder).of(StrictTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(1));
        assertThat(new TuningRun(folder).csv(StrictTestCase.class, "tune"))
                .anyMatch(line -> line.startsWith("1,FAILED,") && line.contains("UnnecessaryStubbingException"));
    }

    @Test
    void spring_injectsBeansAndLeavesConfigurationsAlone() {
        EngineExecutionResults results = new TuningRun(folder).of(SpringTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
    }

    /** What is tested with mocks. */
    private static double chain(DoubleUnaryOperator first, DoubleUnaryOperator second, double x) {
        return second.applyAsDouble(first.applyAsDouble(x));
    }

    @ExtendWith(MockitoExtension.class)
    static class MockedTestCase {

        private final DoubleUnaryOperator first;

        MockedTestCase(@Mock DoubleUnaryOperator first) {
            this.first = first;
        }

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial, @Mock DoubleUnaryOperator second) {
            when(first.applyAsDouble(point.x())).thenReturn(2.0);
            when(second.applyAsDouble(2.0)).thenReturn(4.0);
            trial.report(chain(first, second, point.x()));
            verify(first).applyAsDouble(point.x());
        }
    }

    @ExtendWith(MockitoExtension.class)
    static class StrictTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial, @Mock DoubleUnaryOperator second) {
            if (trial.number() == 1) {
                when(second.applyAsDouble(1)).thenReturn(2.0);
            }
            trial.report(chain(x -> x, trial.number() == 1 ? x -> x : second, point.x()));
        }
    }

    @SpringJUnitConfig(BeansConfig.class)
    static class SpringTestCase {

        @Autowired
        private DoubleUnaryOperator loss;

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, @Autowired Point bean, Trial trial, @Autowired DoubleUnaryOperator again) {
            assertThat(again).isSameAs(loss);
            assertThat(bean).isEqualTo(new Point(-1, -1));
            assertThat(point.x()).isNotNegative();
            trial.report(loss.applyAsDouble(point.x()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BeansConfig {

        @Bean
        DoubleUnaryOperator loss() {
            return x -> x + 1;
        }

        @Bean
        Point point() {
            return new Point(-1, -1);
        }
    }
}

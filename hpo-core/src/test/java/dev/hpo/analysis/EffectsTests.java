// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.space.Condition;
import dev.hpo.space.Parameter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectsTests {

    private static final Parameter<Double> X = MadeStudy.range("x");
    private static final Parameter<Double> Y = MadeStudy.range("y");
    private static final Parameter<Double> IDLE = MadeStudy.range("idle");
    private static final Parameter<String> KIND = MadeStudy.choice("kind", "a", "b");

    @Test
    void curveHasItsBestWhereTheValuesHave() {
        MadeStudy study = new MadeStudy(1, X, IDLE);
        Analysis analysis =
                study.complete(200, config -> 7 + Math.abs(config.get(X) - 0.3)).analysis();
        List<MarginalEffect.Point> points = analysis.effect(X).orElseThrow().points();
        assertThat(points).hasSize(64);
        MarginalEffect.Point lowest = points.stream()
                .min((one, other) -> Double.compare(one.value(), other.value()))
                .orElseThrow();
        assertThat((Double) lowest.raw()).isCloseTo(0.3, within(0.1));
        assertThat(lowest.value()).isCloseTo(7, within(0.1));
        assertThat(points.get(63).value()).isCloseTo(7.7, within(0.1));
        assertThat(points).allSatisfy(point -> assertThat(point.best()).isLessThanOrEqualTo(point.worst()));
    }

    @Test
    void curveOfWhatIsLargestIsOfTheValuesAsTheyAre() {
        MadeStudy study = new MadeStudy(2, X, IDLE).maximizing();
        Analysis analysis = study.complete(200, config -> 3 * config.get(X)).analysis();
        List<MarginalEffect.Point> points = analysis.effect(X).orElseThrow().points();
        assertThat(points.get(0).value()).isCloseTo(0, within(0.3));
        assertThat(points.get(63).value()).isCloseTo(3, within(0.3));
    }

    @Test
    void choicesHaveAPointEach() {
        MadeStudy study = new MadeStudy(3, KIND, X);
        Analysis analysis = study.complete(100, config -> "b".equals(config.get(KIND)) ? 1 : 2 + config.get(X))
                .analysis();
        assertThat(analysis.effect(KIND).orElseThrow().points())
                .extracting(MarginalEffect.Point::raw)
                .containsExactly("a", "b");
    }

    @Test
    void pairThatMattersTogetherComesFirst() {
        MadeStudy study = new MadeStudy(4, X, Y, IDLE);
        Analysis analysis = study.complete(300, config -> (config.get(X) > 0.5) == (config.get(Y) > 0.5) ? 1 : 0)
                .analysis();
        Interaction first = analysis.interactions().get(0);
        assertThat(List.of(first.one().name(), first.other().name())).containsExactly("x", "y");
        assertThat(first.share().value()).isGreaterThan(0.5);
        assertThat(analysis.interactions()).hasSize(3);
        EffectSurface surface = analysis.surface(X, Y).orElseThrow();
        assertThat(surface.values().get(10).get(10)).isGreaterThan(0.8);
        assertThat(surface.values().get(10).get(50)).isLessThan(0.2);
    }

    @Test
    void pairThatNeverMeetsHasNoInteractionAndNoSurface() {
        Parameter<Double> first = MadeStudy.range("first", new Condition.Equal(KIND, "a"));
        Parameter<Double> second = MadeStudy.range("second", new Condition.Equal(KIND, "b"));
        MadeStudy study = new MadeStudy(5, KIND, first, second);
        Analysis analysis = study.complete(
                        100, config -> "a".equals(config.get(KIND)) ? config.get(first) : config.get(second))
                .analysis();
        assertThat(analysis.interactions()).hasSize(2);
        assertThat(analysis.surface(first, second)).isEmpty();
        // Only where it exists there is a surface with what decides on it.
        List<List<Double>> values = analysis.surface(KIND, first).orElseThrow().values();
        assertThat(values.get(0)).doesNotContain(Double.NaN);
        assertThat(values.get(1)).containsOnly(Double.NaN);
    }

    @Test
    void nothingIsSaidWithoutTrials() {
        Analysis analysis = new MadeStudy(6, X, Y).analysis();
        assertThat(analysis.effect(X)).isEmpty();
        assertThat(analysis.surface(X, Y)).isEmpty();
        assertThat(analysis.interactions()).isEmpty();
        assertThat(analysis.findings()).isEmpty();
        assertThat(analysis.randomSearch(10)).isEmpty();
    }

    @Test
    void randomSearchIsExpectedToFindWhatItDoes() {
        MadeStudy study = new MadeStudy(7, X, Y);
        study.complete(200, config -> config.get(X));
        // A learning sampler would add these.
        IntStream.range(0, 100)
                .forEach(i -> study.completeWhere(config -> config.get(X) < 0.01, config -> config.get(X)));
        assertThat(study.analysis().randomSearch(50).orElseThrow()).isCloseTo(0.69 / 50, within(0.01));
        assertThat(study.analysis().randomSearch(1).orElseThrow()).isCloseTo(0.5, within(0.1));
        assertThatThrownBy(() -> study.analysis().randomSearch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trials (0) must be at least 1");
    }

    @Test
    void bestTrialsLieWhereTheyDo() {
        MadeStudy study = new MadeStudy(8, X, Y, IDLE);
        // x tells good from bad; y tells the best from the good.
        Importance importance = study.complete(
                        400, config -> config.get(X) > 0.5 ? 10 + config.get(X) : Math.abs(config.get(Y) - 0.2))
                .analysis()
                .importance();
        assertThat(importance.parameters().get(0).name()).isEqualTo("x");
        assertThat(importance.of("y").orElseThrow().amongBest())
                .isGreaterThan(importance.of("x").orElseThrow().amongBest());
        assertThat(importance.of("idle").orElseThrow().amongBest()).isLessThan(0.1);
        assertThat(importance.parameters().stream()
                        .mapToDouble(ParameterImportance::amongBest)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }
}

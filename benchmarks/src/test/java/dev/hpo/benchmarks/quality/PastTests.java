// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.sampler.TpeSampler;
import dev.hpo.space.Configuration;
import dev.hpo.trial.EarlierStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastTests {

    private final Problem bowl = Problems.bowl(3);

    @Test
    void samplerAlone_hasNoPast() {
        assertThat(Entrant.of("tpe").past().studies(bowl, 1)).isEmpty();
        assertThat(Entrant.of("tpe+same").sampler()).isInstanceOf(TpeSampler.class);
    }

    @Test
    void earlierStudies_areOfTheSameConfigurations() {
        List<EarlierStudy.Result> same = results(Past.SAME);

        assertThat(same).hasSize(40).allSatisfy(result -> assertThat(result.value())
                .isEqualTo(bowl.value(result.configuration())));
        assertThat(results(Past.INVERTED))
                .containsExactlyElementsOf(same.stream()
                        .map(result -> new EarlierStudy.Result(result.configuration(), -result.value()))
                        .toList());
        assertThat(results(Past.SHIFTED))
                .extracting(EarlierStudy.Result::configuration)
                .containsExactlyElementsOf(
                        same.stream().map(EarlierStudy.Result::configuration).toList());
        assertThat(results(Past.SHIFTED)).allSatisfy(result -> assertThat(result.value())
                .isCloseTo(bowl.value(shifted(result.configuration())), within(1e-12)));
        assertThat(results(Past.UNRELATED))
                .allSatisfy(result -> assertThat(result.value()).isBetween(0.0, 1.0));
    }

    @Test
    void seedsHaveOtherPasts() {
        assertThat(Past.SAME.studies(bowl, 1)).isNotEqualTo(Past.SAME.studies(bowl, 2));
    }

    @Test
    void unknownPast_isNamed() {
        assertThatThrownBy(() -> Entrant.of("tpe+opposite"))
                .hasMessage("earlier study (opposite) must be one of none, same, shifted, inverted, unrelated");
    }

    /** What is 15 % of each range above, or at its end. */
    private Configuration shifted(Configuration configuration) {
        return bowl.space().choose(parameter -> {
            double position = parameter.domain().toUnit(configuration.raw(parameter));
            return parameter.domain().fromUnit(Math.min(1, position + 0.15));
        });
    }

    private List<EarlierStudy.Result> results(Past past) {
        return past.studies(bowl, 1).get(0).results();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.encoding.Encoding;
import dev.hpo.numeric.SplitMix;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.warm.Warmth;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarmthInAnySpaceTests {

    @ParameterizedTest
    @EnumSource
    void answersAreFiniteAndFitTheSpace(TestSpace space) {
        StudyFacts facts = new StudyFacts("study", Direction.MINIMIZE, 42, 40, 1)
                .withEarlier(new EarlierStudies(space.space()).all());
        Encoding encoding = Encoding.of(space.space());
        SplitMix random = SplitMix.of(1);
        for (Result result : Result.values()) {
            History history = new Rehearsal(space.space(), facts).run(new RandomSampler(), 12, result);
            Warmth warmth = new Warmth.Cache().of(space.space(), history, facts);
            warmth.first().forEach(space.space()::check);
            assertThat(warmth.first()).hasSizeLessThanOrEqualTo(3).noneMatch(history::contains);
            assertThat(warmth.weight()).isBetween(0.0, 1.0);
            assertThat(warmth.score(encoding.draw(random))).isFinite();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadStartTests {

    private static final Space<?> SPACE = Spaces.fiveReals();

    @ParameterizedTest
    @ValueSource(strings = {"auto", "gp", "tpe", "cma-es", "forest"})
    void bestEarlierConfigurationIsTriedFirst(String sampler) {
        List<EarlierStudy.Result> results = new ArrayList<>();
        for (int trial = 0; trial < 20; trial++) {
            SplitMix random = SplitMix.of(trial);
            Configuration configuration =
                    SPACE.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            results.add(new EarlierStudy.Result(configuration, Math.abs(trial - 13)));
        }
        StudyFacts facts =
                Spaces.facts(50, 1).withEarlier(List.of(new EarlierStudy("earlier", Direction.MINIMIZE, results, 0)));

        Proposal proposal = Samplers.named(sampler).propose(new Ask(SPACE, History.empty(), facts, 0, SplitMix.of(1)));

        assertThat(proposal).isEqualTo(Proposal.Try.of(results.get(13).configuration()));
    }
}

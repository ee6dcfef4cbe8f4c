// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstChildrenTests {

    /** What the type rejects takes no place of the four that are evenly spread. */
    @ParameterizedTest
    @CsvSource({"0, 0, true", "3, 0, true", "4, 0, false", "3, 2, true", "0, 9, true", "4, 1, false"})
    void fourChildren_areEvenlySpread_andThoseThatWereRejectedAreNone(int children, int rejected, boolean isEven) {
        List<TrialRecord> trials = new ArrayList<>();
        for (int number = 0; number < children + rejected; number++) {
            boolean isChild = number < children;
            Configuration point = DescentSpace.SPACE.configuration(new Descent(.01 * (1 + number), .1, "plain", 4));
            TrialRecord begun = TrialRecord.running(
                    new TrialStart(number, point, 7, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
            trials.add(begun.finished(
                    isChild
                            ? Outcome.Complete.of(number)
                            : new Outcome.Failed(Failure.of(Failure.Kind.REJECTED, "too fast")),
                    Instant.EPOCH));
        }
        History history = History.of(trials);

        Proposal next = new FirstChildren().propose(ask(history));

        boolean isAsEven = next.equals(new QmcSampler().propose(ask(history)));
        assertThat(isAsEven).isEqualTo(isEven);
    }

    private static Ask ask(History history) {
        StudyFacts facts = new StudyFacts("descent", Direction.MINIMIZE, 7, 100, 1);
        return new Ask(DescentSpace.SPACE, history, facts, history.size(), new Random(1));
    }
}

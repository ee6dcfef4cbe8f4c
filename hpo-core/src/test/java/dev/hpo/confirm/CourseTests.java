// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Space;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is run again, and who wins. */
@Timeout(60)
class CourseTests extends ConfirmedDials {

    @Test
    void ofSeveralUnderWay_theOneThatWasInterruptedIsMadeAgain() throws Exception {
        spec = spec.withMode(Mode.ORDERED).withWindow(4).withThreads(1);
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY));
        try (Study<Dial> study = confirmation.open()) {
            List<Suggestion<Dial>> open = new ArrayList<>();
            for (int run = 0; run < 4; run++) {
                open.add(study.ask().orElseThrow());
            }
            study.tell(open.get(0).trial(), new InterruptedException());
            for (Suggestion<Dial> suggestion : open.subList(1, 4)) {
                NOISY.run(suggestion.config(), suggestion.trial());
                study.tell(suggestion.trial());
            }
        }

        History runs = confirm(confirmation, NOISY);

        assertThat(runs.trial(4).configuration()).isEqualTo(runs.trial(0).configuration());
        assertThat(runs.in(TrialState.COMPLETE)).hasSize(confirmation.runs());
        assertThat(confirmation.confirmed(runs).orElseThrow().value().size()).isEqualTo(5);
    }

    /** As an earlier version may have had it, which broke ties otherwise. */
    @Test
    void whoHasTheLastRuns_isTheWinner() throws Exception {
        History search = search((dial, trial) -> trial.report(Math.abs(dial.x())));
        List<Contender> leading = Contender.of(search, Direction.MINIMIZE, 2);
        ConfirmPlan plan = new ConfirmPlan(2, 2);
        ConfirmSampler confirmed = new ConfirmSampler(leading, Optional.empty(), plan);
        History second;
        try (Study<Configuration> study = Study.open(
                new PlainSpace(DialSpace.SPACE.parameters()),
                StudySpec.minimize("kept", "distance").withTrials(10).withSampler(new Sampler() {
                    @Override
                    public Proposal propose(Ask ask) {
                        int run = ask.history().size();
                        if (run == 6) {
                            return confirmed.propose(ask);
                        }
                        Contender of = leading.get(run < 4 ? (run + 1) / 2 % 2 : 1);
                        return new Proposal.Try(
                                of.configuration(),
                                Repeated.trial(run < 4 ? 0 : 1, of.trial()).notes());
                    }

                    @Override
                    public String describe(Space<?> space, StudyFacts facts) {
                        return "as it was";
                    }
                }))) {
            second = study.optimize((configuration, trial) -> trial.report(
                            Math.abs(DialSpace.SPACE.decode(configuration).x())))
                    .history();
        }

        assertThat(confirmed.confirmed(second, Direction.MINIMIZE).orElseThrow().winner())
                .isEqualTo(leading.get(1));
        assertThat(second.size()).as("and nothing is left to run").isEqualTo(6);
    }

    /** The search has flattered the leading one: what is found again decides. */
    @Test
    void whoWasLuckyInTheSearch_isNotTheWinner() throws Exception {
        History search = search((dial, trial) -> trial.report(trial.number() == 7 ? -1 : Math.abs(dial.x())));
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search);

        History runs = confirm(confirmation, (dial, trial) -> trial.report(2 * Math.abs(dial.x())));

        assertThat(runs.trial(0).configuration()).isEqualTo(search.trial(7).configuration());
        assertThat(confirmation.confirmed(runs).orElseThrow().winner())
                .isEqualTo(Contender.of(search, Direction.MINIMIZE, 2).get(1));
    }
}

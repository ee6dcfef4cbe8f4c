// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.TuningMode;
import dev.hpo.retest.RetestSummary;
import dev.hpo.retest.RetestVerdict;
import dev.hpo.retest.RetestVerdict.Outcome;
import dev.hpo.study.Study;
import java.util.Optional;

/** What becomes of a test whose result is accepted, at its end. */
final class Acceptance {

    private final StudySetup setup;
    private final Commands commands;

    /**
     * Creates it.
     *
     * @param commands run the test once more
     */
    Acceptance(StudySetup setup, Commands commands) {
        this.setup = setup;
        this.commands = commands;
    }

    /**
     * Checks what has come of running again what was accepted, where nothing was searched after it.
     *
     * @param retest what has come of it; empty if nothing was run
     * @param cutShort why the test ended before its time, if that fails it
     * @param isStopped whether it ended before its time
     * @throws TuningFailedError if it is not what it was, or if that is not known
     */
    void check(Optional<Retesting.Ending> retest, Optional<String> cutShort, boolean isStopped) {
        cutShort.filter(reason -> retest.isPresent()).ifPresent(reason -> {
            throw failed("what was accepted must be run again to the end, but that was cut short, since " + reason
                    + "; run the whole test again.");
        });
        if (isStopped || retest.isEmpty()) {
            return;
        }
        RetestVerdict verdict = retest.get().verdict();
        if (verdict.outcome() == Outcome.OPEN) {
            throw failed(
                    "what was accepted must be run again to the end, but JUnit ran no more tests; run it again to go on.");
        }
        RetestSummary.complaint(verdict, setup.method().goal().metric()).ifPresent(complaint -> {
            throw failed("what was accepted must be as good as it was, but " + complaint
                    + "; find out what has changed, or search again and accept what is found:\n"
                    + AcceptedResult.searching(commands)
                    + retest.get().failure());
        });
        if (setup.settings().isAccepting()) {
            Console.print("hpo: " + setup.method().shortName()
                    + ": accepts nothing, as what was accepted is as good as it was");
        }
    }

    /**
     * Accepts what a study has found, if that is asked for.
     *
     * @param refuted that re-tests have found what was accepted to be worse; empty if they have not
     * @return what is other than before, for people; empty if it is not asked for
     * @throws TuningFailedError if it cannot be, or if it has to be and is not asked for
     */
    Optional<String> settle(Study<Object> study, Accepting accepting, Optional<Refutation> refuted) {
        if (accepting.isAsked()) {
            return accepting.accept(study);
        }
        AcceptedResult.of(setup)
                .filter(any -> setup.settings().mode() == TuningMode.AUTO)
                .ifPresent(result -> {
                    throw failed(result.reason(refuted, "what was found") + ":\n"
                            + AcceptedResult.command(setup, commands, study.run()));
                });
        return Optional.empty();
    }

    private TuningFailedError failed(String what) {
        return new TuningFailedError(setup.method().shortName() + ": " + what);
    }
}

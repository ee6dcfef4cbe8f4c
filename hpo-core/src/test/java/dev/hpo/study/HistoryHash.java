// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.SplitMix;
import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Map;

/** A sampler and pruner whose every decision hangs on every bit of what it is shown, so that nothing unordered stays hidden. */
final class HistoryHash implements Sampler, Pruner {

    @Override
    public Proposal propose(Ask ask) {
        long hash = hash(ask.history());
        if (ask.history().count(TrialState.RUNNING) > 0 && Math.floorMod(hash, 11) == 0) {
            return new Proposal.Wait();
        }
        if (Math.floorMod(hash, 499) == 0) {
            return new Proposal.Exhausted("by chance");
        }
        SplitMix random = SplitMix.of(hash, ask.random().nextLong());
        return new Proposal.Try(
                ask.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble())),
                Map.of("hash", Long.toString(hash)));
    }

    @Override
    public Verdict judge(Case judged) {
        long hash = SplitMix.mix(hash(judged.history()), hash(judged.trial()));
        return Math.floorMod(hash, 13) == 0 ? new Verdict.Stop("hash " + hash) : Verdict.KEEP;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "hash of the history";
    }

    private static long hash(History history) {
        return history.trials().stream()
                .mapToLong(HistoryHash::hash)
                .reduce(history.size(), (left, right) -> SplitMix.mix(left, right));
    }

    /** All but the times and the traces, which name threads. */
    private static long hash(TrialRecord trial) {
        return SplitMix.mix(
                trial.number(),
                trial.configuration().hashCode(),
                trial.progress().hashCode(),
                trial.state().name().hashCode(),
                trial.value().hashCode());
    }
}

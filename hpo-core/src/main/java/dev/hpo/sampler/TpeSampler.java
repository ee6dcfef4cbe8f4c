// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.sampler.encoding.Encoding;
import dev.hpo.sampler.encoding.Table;
import dev.hpo.sampler.tpe.Proposer;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** TPE. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TpeSampler implements Sampler {

    /** How many trials there are before the first that learns from them. */
    private static final int START = 6;

    private final QmcSampler start = QmcSampler.followingBeliefs();
    private final Encoding.Cache encodings = new Encoding.Cache();
    private final Table.Cache tables = new Table.Cache();
    private final Proposer proposer = new Proposer();
    private final Novelty novelty = new Novelty();

    /** Creates the sampler. */
    public TpeSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        if (ask.history().counted() < START) {
            return start.propose(ask);
        }
        Encoding encoding = encodings.of(ask.space());
        Table table = tables.of(encoding, ask.facts().direction(), ask.history());
        return proposer.propose(table, ask.random(), configuration -> !ask.history().contains(configuration))
                .<Proposal>map(Proposal.Try::of)
                .orElseGet(() -> novelty.first(
                        ask, draw -> Proposal.Try.of(encoding.decode(encoding.draw(ask.random())))));
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "TPE, " + space.parameters().size() + " parameters";
    }
}

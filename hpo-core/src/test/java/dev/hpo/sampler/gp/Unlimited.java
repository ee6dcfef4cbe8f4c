// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;

/** The Gaussian process without its trust region: it searches the whole space at each turn. Only for studies without failures. */
public final class Unlimited implements Sampler {

    private static final int START = 4;

    /** Every third turn is for the whole space. */
    private static final int WHOLE = 3;

    private final QmcSampler start = new QmcSampler();
    private final Proposer proposer = new Proposer();

    /** Creates the sampler. */
    public Unlimited() {}

    @Override
    public Proposal propose(Ask ask) {
        Encoding encoding = Encoding.of(ask.space());
        Table table = Table.of(encoding, ask.facts().aim(), ask.history());
        if (ask.history().size() < START) {
            return start.propose(ask);
        }
        Turn turn = Turn.of(WHOLE * ask.history().size());
        return proposer.propose(table, turn, point -> 0, ask.facts().trials(), ask.random())
                .map(point -> Proposal.Try.of(encoding.decode(point)))
                .orElseThrow();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "a Gaussian process without a trust region";
    }
}

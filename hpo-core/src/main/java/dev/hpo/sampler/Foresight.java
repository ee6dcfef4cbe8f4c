// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.curves.CurveModel;
import dev.hpo.curves.CurveModels;
import dev.hpo.curves.Ladder;
import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.sampler.gp.Proposer;
import dev.hpo.sampler.gp.Turn;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.util.OptionalLong;

/** What {@link GpSampler} is, but chooses by a model of curves where it knows more than the ends of trials. */
final class Foresight implements Sampler {

    private static final int LEVELS = 2;

    private final Sampler process = new GpSampler();
    private final Table.Cache tables = new Table.Cache();
    private final CurveModels models = new CurveModels();
    private final Proposer proposer = new Proposer();

    @Override
    public Proposal propose(Ask ask) {
        boolean isOfEnds = ask.history().count(TrialState.PRUNED) == 0
                || !ask.facts().earlier().isEmpty();
        OptionalLong end = isOfEnds ? OptionalLong.empty() : Ladder.end(ask.history());
        return end.isEmpty() ? process.propose(ask) : byCurves(ask, Ladder.of(end.getAsLong(), LEVELS));
    }

    private Proposal byCurves(Ask ask, Ladder ladder) {
        Encoding encoding = models.encoding(ask.space());
        Table table = tables.of(encoding, ask.facts().aim(), ask.history());
        CurveModel model = models.of(table, ladder, ask.facts());
        if (!model.isOfCurves()) {
            return process.propose(ask);
        }
        Turn turn = Turn.after(table);
        return proposer.propose(table, turn, model, ask.facts().trials(), ask.random())
                .<Proposal>map(point -> new Proposal.Try(encoding.decode(point), turn.notes()))
                .orElseGet(() -> process.propose(ask));
    }

    @Override
    public boolean learnsFromEarlier() {
        return process.learnsFromEarlier();
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return process.describe(space, facts);
    }
}

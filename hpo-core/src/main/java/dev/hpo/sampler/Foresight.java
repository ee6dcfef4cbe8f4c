// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.curves.CurveModel;
import dev.hpo.curves.CurveModels;
import dev.hpo.curves.Ladder;
import dev.hpo.curves.Resumption;
import dev.hpo.encoding.Table;
import dev.hpo.sampler.gp.Proposer;
import dev.hpo.sampler.gp.Turn;
import dev.hpo.space.Space;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.util.Optional;
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
        return models.resumption(ask.space(), ask.history(), ask.facts())
                .map(course -> resuming(ask, course))
                .orElseGet(() -> stopping(ask));
    }

    private Proposal resuming(Ask ask, Resumption course) {
        Table table = table(ask);
        CurveModel model = models.of(table, course.ladder(), ask.facts());
        Resuming paused = new Resuming(course, model, table, ask.history());
        Optional<Proposal> due = paused.due();
        if (due.isPresent()) {
            return due.get();
        }
        Proposal fresh = Teaching.begun(ask.history()) < GpSampler.START
                ? process.propose(ask)
                : model.isBetter()
                        ? byCurves(ask, table, Optional.of(model))
                        : byCurves(ask, table.ofEnds(), Optional.empty());
        return fresh instanceof Proposal.Exhausted ? paused.best().orElse(fresh) : fresh;
    }

    private Proposal stopping(Ask ask) {
        boolean isOfEnds = ask.history().count(TrialState.PRUNED) == 0
                || ask.history().count(TrialState.COMPLETE) == 0
                || !ask.facts().earlier().isEmpty();
        OptionalLong end = isOfEnds
                ? OptionalLong.empty()
                : SpentSteps.training(ask.history(), ask.facts().budget().steps());
        if (end.isEmpty()) {
            return process.propose(ask);
        }
        Table table = table(ask);
        CurveModel model = models.of(table, Ladder.of(end.getAsLong(), LEVELS), ask.facts());
        return model.isOfCurves() ? byCurves(ask, table, Optional.of(model)) : process.propose(ask);
    }

    private Table table(Ask ask) {
        return tables.of(models.encoding(ask.space()), ask.facts().aim(), ask.history());
    }

    /** Proposes a point by a model of curves; or, if there is none, by one of ends alone. */
    private Proposal byCurves(Ask ask, Table table, Optional<CurveModel> model) {
        Turn turn = Turn.after(table);
        int trials = ask.facts().trials();
        Optional<double[]> point = model.isPresent()
                ? proposer.propose(table, turn, model.get(), trials, ask.random())
                : proposer.propose(table, turn, any -> 0, trials, ask.random());
        return point.<Proposal>map(some -> new Proposal.Try(table.encoding().decode(some), turn.notes()))
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

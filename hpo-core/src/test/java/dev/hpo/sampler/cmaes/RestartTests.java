// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.numeric.SplitMix;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.CmaEsSampler;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RestartTests {

    private static final int STILL_RUNNING = 20;
    private static final int INTERRUPTED = 30;
    private static final int TRIALS = 2000;

    private final PlainSpace space = new PlainSpace(List.of(
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1)),
            Parameter.ofDouble(Scope.root().child("y"), RealDomain.of(Scale.LINEAR, 0, 1))));
    private final StudyFacts facts = new StudyFacts("study", Direction.MINIMIZE, 3, TRIALS, 2);
    private final Encoding encoding = Encoding.of(space);
    private final Table.Cache tables = new Table.Cache();

    @Test
    void trialThatRunsWhileANewSearchBegins_isNotedAsOpen() {
        CmaEsSampler sampler = new CmaEsSampler();
        History history = History.empty();
        while (!isNewSearch(head(history)) && history.size() < TRIALS) {
            history = history.with(next(sampler, history));
        }
        assertThat(history.size()).as("trials until a new search").isLessThan(TRIALS);
        assertThat(head(history).note(0).open()).contains(STILL_RUNNING);
    }

    @Test
    void interruptedTrialIsNoResultOfAGeneration() {
        CmaEsSampler sampler = new CmaEsSampler();
        History history = History.empty();
        for (int generation = -1;
                generation < 10;
                generation = head(history).generation().index()) {
            history = history.with(next(sampler, history));
        }
        assertThat(history.size()).isGreaterThan(INTERRUPTED);
        Set<Integer> open = new TreeSet<>();
        for (Row row :
                tables.of(encoding, Aim.last(Direction.MINIMIZE), history).rows()) {
            Note.parse(row.note(Evolution.NOTE)).ifPresent(note -> open.addAll(note.open()));
        }
        assertThat(open).containsExactly(STILL_RUNNING, INTERRUPTED);
    }

    private Head head(History history) {
        return new Evolution(encoding, facts).after(tables.of(encoding, Aim.last(Direction.MINIMIZE), history));
    }

    private static boolean isNewSearch(Head head) {
        return head.generation().isBeginning() && head.generation().index() > 0;
    }

    /** The next trial, of a plateau on which a search gives up. One never ends, one is interrupted. */
    private TrialRecord next(CmaEsSampler sampler, History history) {
        int number = history.size();
        Ask ask = new Ask(space, history, facts, number, SplitMix.of(number));
        Proposal.Try proposal = (Proposal.Try) sampler.propose(ask);
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), proposal.notes());
        TrialRecord running =
                TrialRecord.running(new TrialStart(number, proposal.configuration(), 0, origin, Instant.EPOCH));
        return switch (number) {
            case STILL_RUNNING -> running;
            case INTERRUPTED ->
                running.finished(new Outcome.Failed(Failure.of(Failure.Kind.INTERRUPTED, "stopped")), Instant.EPOCH);
            default -> running.finished(Outcome.Complete.of(1), Instant.EPOCH);
        };
    }
}

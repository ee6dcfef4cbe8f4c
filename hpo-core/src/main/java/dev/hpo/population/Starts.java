// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where members begin: another sampler chooses, which is shown those that have begun before as trials of its own.
 *
 * @param sampler chooses configurations
 */
record Starts(Sampler sampler) {

    /**
     * Creates it.
     *
     * @throws IllegalArgumentException if the sampler goes on with trials itself
     */
    Starts {
        if (sampler.promotes() || sampler.forks()) {
            throw new IllegalArgumentException("starts (" + sampler.getClass().getSimpleName()
                    + ") must choose where members begin, and not go on with trials itself; take another sampler");
        }
    }

    /**
     * Returns how the next member begins.
     *
     * @param segment what it is to be
     * @param taught what each beginning so far has come to
     */
    Proposal next(Ask ask, Segment segment, List<Taught> taught) {
        History seen = History.of(trials(taught));
        Proposal proposal = sampler.propose(new Ask(ask.space(), seen, ask.facts(), seen.size(), ask.random()));
        if (proposal instanceof Proposal.Try attempt) {
            return new Proposal.Try(attempt.configuration(), segment.notes(attempt.notes()));
        }
        return proposal instanceof Proposal.Exhausted
                ? repeated(segment, taught).orElse(proposal)
                : proposal;
    }

    /** Where there are fewer configurations than beginnings, several members begin with one, each with a seed of its own. */
    private static Optional<Proposal> repeated(Segment segment, List<Taught> taught) {
        List<Taught> tried =
                taught.stream().filter(one -> !one.begun().isRejected()).toList();
        List<Configuration> different = tried.stream()
                .map(one -> one.begun().configuration())
                .distinct()
                .toList();
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Proposal.Try(different.get(tried.size() % different.size()), segment.notes(Map.of())));
    }

    /** Returns which sampler it is and, as far as it says so, with which options. */
    String text() {
        String own = sampler.toString();
        Class<?> type = sampler.getClass();
        boolean isOfLibrary = type.getPackageName().equals(Sampler.class.getPackageName())
                || type.getPackageName().equals(Starts.class.getPackageName());
        // The names of lambdas, and what every object says of itself, are others in each process.
        String name =
                (isOfLibrary ? type.getSimpleName() : type.getName()).replaceAll("\\$\\$Lambda.*", "\\$\\$Lambda");
        return type.isHidden() || own.startsWith(type.getName() + "@") ? name : name + ": " + own;
    }

    private static List<TrialRecord> trials(List<Taught> taught) {
        List<TrialRecord> trials = new ArrayList<>();
        for (Taught one : taught) {
            trials.add(one.as(trials.size()));
        }
        return trials;
    }

    /**
     * A beginning and what it has come to.
     *
     * @param begun the first segment
     * @param last the one whose outcome is taken for that of the beginning
     */
    record Taught(TrialRecord begun, TrialRecord last) {

        private TrialRecord as(int number) {
            TrialStart start = begun.start();
            Map<String, String> notes = Segment.othersNotes(begun);
            Origin origin = new Origin(start.origin().source(), OptionalInt.empty(), notes);
            TrialRecord trial = TrialRecord.running(
                    new TrialStart(number, start.configuration(), start.seed(), origin, start.startedAt()));
            Outcome outcome = last.outcome();
            Optional<Instant> end = last.finishedAt();
            return outcome.state() == TrialState.RUNNING || end.isEmpty()
                    ? trial
                    : trial.with(Progress.NONE).finished(outcome, end.get());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.confirm.ConfirmPlan.Round;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** How far a confirmation has come: a function of its runs. */
final class Course {

    private final List<Contender> contenders;
    private final Optional<Configuration> start;
    private final ConfirmPlan plan;
    private final Runs runs;

    Course(List<Contender> contenders, Optional<Configuration> start, ConfirmPlan plan, Runs runs) {
        this.contenders = contenders;
        this.start = start;
        this.plan = plan;
        this.runs = runs;
    }

    /** Returns what is to be run next. */
    Proposal next() {
        List<Round> rounds = plan.rounds(contenders.size());
        for (int round = 0; round <= rounds.size(); round++) {
            List<TrialRecord> begun = begun(round);
            Optional<Turn> open = open(turnsOf(round, rounds), begun);
            if (open.isPresent()) {
                return open.get().proposal();
            }
            if (!isOver(begun)) {
                return new Proposal.Wait();
            }
        }
        return new Proposal.Exhausted("all " + runs.history().counted() + " runs are done");
    }

    /**
     * Returns the first turn that no run has: of several under way, any may have been interrupted. None where there are as many runs, whosever they are: an earlier version
     * may have given a turn to another contender.
     */
    private static Optional<Turn> open(List<Turn> turns, List<TrialRecord> begun) {
        if (begun.size() >= turns.size()) {
            return Optional.empty();
        }
        List<Repeated> taken = new ArrayList<>(
                begun.stream().flatMap(run -> Repeated.of(run).stream()).toList());
        return turns.stream().filter(turn -> !taken.remove(turn.repeated())).findFirst();
    }

    /** Returns how many runs can begin without waiting for others. */
    int due() {
        List<Round> rounds = plan.rounds(contenders.size());
        for (int round = 0; round <= rounds.size(); round++) {
            List<TrialRecord> begun = begun(round);
            int turns = turnsOf(round, rounds).size();
            if (begun.size() < turns || !isOver(begun)) {
                return turns - begun.size();
            }
        }
        return 0;
    }

    private List<TrialRecord> begun(int round) {
        return runs.telling(of -> of.round() == round);
    }

    private static boolean isOver(List<TrialRecord> begun) {
        return begun.stream().allMatch(trial -> trial.state().isFinished());
    }

    private List<Turn> turnsOf(int round, List<Round> rounds) {
        return round == rounds.size() ? lastTurns(round) : turns(round, rounds.get(round));
    }

    private static Turn run(int round, Contender contender) {
        return new Turn(Repeated.trial(round, contender.trial()), contender.configuration());
    }

    private List<Turn> turns(int round, Round size) {
        List<Contender> members = new ArrayList<>(ahead(round).subList(0, size.size()));
        List<Turn> turns = new ArrayList<>();
        for (int time = 0; time < size.times(); time++) {
            members.forEach(member -> turns.add(run(round, member)));
            Collections.reverse(members);
        }
        return turns;
    }

    /** Winner and start change who is first, so that neither always follows the other. */
    private List<Turn> lastTurns(int round) {
        Contender winner = winner(round).orElseGet(() -> ahead(round).get(0));
        Optional<Configuration> other = start.filter(configuration -> !configuration.equals(winner.configuration()));
        List<Turn> turns = new ArrayList<>();
        for (int time = 0; time < plan.repeats(); time++) {
            List<Turn> both = new ArrayList<>(List.of(run(round, winner)));
            other.map(configuration -> new Turn(Repeated.start(round), configuration))
                    .ifPresent(both::add);
            if (time % 2 == 1) {
                Collections.reverse(both);
            }
            turns.addAll(both);
        }
        return turns;
    }

    /** Returns who was in the round before one, by what was found until then, the best first. */
    private List<Contender> ahead(int round) {
        if (round == 0) {
            return contenders;
        }
        int size = plan.rounds(contenders.size()).get(round - 1).size();
        return ahead(round - 1).subList(0, size).stream()
                .sorted(Comparator.comparingDouble(contender -> loss(contender, round)))
                .toList();
    }

    /** Returns the mean of what the search and all runs before a round have found, which are as many for all that are compared; infinite for who has failed. */
    private double loss(Contender contender, int round) {
        return DoubleStream.concat(
                        DoubleStream.of(runs.direction().asLoss(contender.searched())),
                        runs.losses(of -> of.isOf(contender.trial()) && of.round() < round).stream()
                                .mapToDouble(Double::doubleValue))
                .average()
                .orElseThrow();
    }

    /** Returns what has come of it; empty while the winner has no value yet that chose nothing. */
    Optional<Confirmed> confirmed() {
        int last = plan.rounds(contenders.size()).size();
        Optional<Contender> winner = winner(last);
        if (winner.isEmpty()) {
            return Optional.empty();
        }
        List<Double> values = runs.values(ofWinner(last, winner.get()));
        List<Double> ofStart = runs.values(Repeated::isStart);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Confirmed(
                        winner.get(),
                        new Sample(values),
                        Optional.of(ofStart).filter(some -> !some.isEmpty()).map(Sample::new),
                        runs.failures(ofWinner(last, winner.get())),
                        runs.direction()));
    }

    /** Returns who has runs in the last round; empty before that has begun. */
    private Optional<Contender> winner(int last) {
        return contenders.stream()
                .filter(contender -> !runs.telling(ofWinner(last, contender)).isEmpty())
                .findFirst();
    }

    private static Predicate<Repeated> ofWinner(int last, Contender winner) {
        return of -> of.round() == last && of.isOf(winner.trial());
    }

    /**
     * A run that is due.
     *
     * @param repeated what it repeats
     * @param configuration what that is
     */
    private record Turn(Repeated repeated, Configuration configuration) {

        Proposal proposal() {
            return new Proposal.Try(configuration, repeated.notes());
        }
    }
}

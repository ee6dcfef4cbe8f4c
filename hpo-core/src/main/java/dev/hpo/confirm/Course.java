// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.confirm.ConfirmPlan.Round;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
            List<Proposal> turns = turnsOf(round, rounds);
            if (begun.size() < turns.size()) {
                return turns.get(begun.size());
            }
            if (!isOver(begun)) {
                return new Proposal.Wait();
            }
        }
        return new Proposal.Exhausted("all " + runs.history().counted() + " runs are done");
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

    private List<Proposal> turnsOf(int round, List<Round> rounds) {
        return round == rounds.size() ? lastTurns(round) : turns(round, rounds.get(round));
    }

    private static Proposal run(int round, Contender contender) {
        return new Proposal.Try(
                contender.configuration(),
                Repeated.trial(round, contender.trial()).notes());
    }

    private static Proposal runStart(int round, Configuration configuration) {
        return new Proposal.Try(configuration, Repeated.start(round).notes());
    }

    private List<Proposal> turns(int round, Round size) {
        List<Contender> members = new ArrayList<>(ahead(round).subList(0, size.size()));
        List<Proposal> turns = new ArrayList<>();
        for (int time = 0; time < size.times(); time++) {
            members.forEach(member -> turns.add(run(round, member)));
            Collections.reverse(members);
        }
        return turns;
    }

    /** Winner and start change who is first, so that neither always follows the other. */
    private List<Proposal> lastTurns(int round) {
        Contender winner = ahead(round).get(0);
        Optional<Configuration> other = start.filter(configuration -> !configuration.equals(winner.configuration()));
        List<Proposal> turns = new ArrayList<>();
        for (int time = 0; time < plan.repeats(); time++) {
            List<Proposal> both = new ArrayList<>(List.of(run(round, winner)));
            other.map(configuration -> runStart(round, configuration)).ifPresent(both::add);
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
        List<Contender> before = ahead(round - 1).subList(0, size);
        return ranking(round).stream().filter(before::contains).toList();
    }

    private List<Contender> ranking(int round) {
        double[] searched = contenders.stream()
                .mapToDouble(contender -> runs.direction().asLoss(contender.searched()))
                .toArray();
        List<List<Double>> fresh = contenders.stream()
                .map(contender -> runs.losses(of -> of.isOf(contender.trial()) && of.round() < round))
                .toList();
        return new Standings(searched, fresh)
                .ranking().stream().map(contenders::get).toList();
    }

    /** Returns what has come of it; empty while the winner has no value yet that chose nothing. */
    Optional<Confirmed> confirmed() {
        int last = plan.rounds(contenders.size()).size();
        Optional<Contender> winner = contenders.stream()
                .filter(contender -> !runs.telling(ofWinner(last, contender)).isEmpty())
                .findFirst();
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

    private static Predicate<Repeated> ofWinner(int last, Contender winner) {
        return of -> of.round() == last && of.isOf(winner.trial());
    }
}

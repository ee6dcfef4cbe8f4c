// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Trains with a schedule from the beginning, several times, each with fresh seeds: what the schedule is worth without the luck of the population that it comes from. Each of its segments is a
 * trial, as it was there, so that the same body runs it. One that fails ends its training; one that was interrupted is trained again.
 *
 * <p>For a study that repeats, see {@code dev.hpo.study.Repetition}: in a search, a start configuration would be tried first, which is none of these trainings.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ReplaySampler implements Sampler {

    private final WinnersSchedule schedule;
    private final int trainings;

    /**
     * Creates a sampler.
     *
     * @param schedule what is replayed
     * @param trainings how often; at least 1
     * @throws IllegalArgumentException if that is below 1
     */
    public ReplaySampler(WinnersSchedule schedule, int trainings) {
        if (trainings < 1) {
            throw new IllegalArgumentException("trainings (" + trainings + ") must be at least 1");
        }
        this.schedule = schedule;
        this.trainings = trainings;
    }

    /** Returns how many trials it takes if none is interrupted. */
    public int trials() {
        return (int)
                Math.min(Integer.MAX_VALUE, (long) trainings * schedule.rows().size());
    }

    /** Returns the values at the ends of the trainings that have come to one, by their numbers. */
    public List<Double> values(History history) {
        List<Double> values = new ArrayList<>();
        for (List<TrialRecord> training : trainings(history)) {
            if (isOver(training)) {
                training.get(training.size() - 1).value().ifPresent(values::add);
            }
        }
        return values;
    }

    @Override
    public Proposal propose(Ask ask) {
        boolean isRunning = false;
        List<List<TrialRecord>> all = trainings(ask.history());
        for (int number = 0; number < all.size(); number++) {
            List<TrialRecord> training = all.get(number);
            Optional<TrialRecord> last =
                    training.isEmpty() ? Optional.empty() : Optional.of(training.get(training.size() - 1));
            if (last.filter(trial -> trial.state() == TrialState.RUNNING).isPresent()) {
                isRunning = true;
            } else if (!isOver(training) && last.stream().allMatch(ReplaySampler::isGood)) {
                return next(number, training);
            }
        }
        return isRunning ? new Proposal.Wait() : new Proposal.Exhausted("all " + trainings + " trainings are done");
    }

    private boolean isOver(List<TrialRecord> training) {
        return training.size() == schedule.rows().size() && isGood(training.get(training.size() - 1));
    }

    private static boolean isGood(TrialRecord trial) {
        return trial.state() == TrialState.COMPLETE;
    }

    private Proposal next(int number, List<TrialRecord> before) {
        WinnersSchedule.Row row = schedule.rows().get(before.size());
        Segment.Place place = new Segment.Place(number, before.size(), 0);
        Segment.Kind kind = before.isEmpty() ? Segment.Kind.START : Segment.Kind.STAY;
        String why = "as trial " + row.trial() + " of the winner, in training " + (number + 1) + " of " + trainings;
        Map<String, String> notes = new Segment(place, kind, row.from(), row.to(), why).notes(Map.of());
        return before.isEmpty()
                ? new Proposal.Try(row.configuration(), notes)
                : new Proposal.Fork(
                        before.get(before.size() - 1).number(), row.configuration(), OptionalInt.empty(), notes);
    }

    /** Returns the segments of each training, by their order, without those that say nothing as they were interrupted. */
    private List<List<TrialRecord>> trainings(History history) {
        Map<Integer, List<TrialRecord>> byNumber = new HashMap<>();
        for (TrialRecord trial : history.trials()) {
            if (Segment.isNoted(trial) && !trial.isSilent()) {
                byNumber.computeIfAbsent(Segment.of(trial).member(), number -> new ArrayList<>())
                        .add(trial);
            }
        }
        List<List<TrialRecord>> all = new ArrayList<>();
        for (int number = 0; number < trainings; number++) {
            all.add(byNumber.getOrDefault(number, List.of()));
        }
        return all;
    }

    @Override
    public boolean forks() {
        return true;
    }

    @Override
    public Set<Integer> keeps(History history, StudyFacts facts) {
        Set<Integer> kept = new HashSet<>();
        for (List<TrialRecord> training : trainings(history)) {
            if (!isOver(training)) {
                training.stream()
                        .filter(ReplaySampler::isGood)
                        .reduce((earlier, later) -> later)
                        .ifPresent(last -> kept.add(last.number()));
            }
        }
        return kept;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "replay of a schedule of " + schedule.rows().size() + " segments, " + trainings + " times";
    }

    /** Returns what decides its course. */
    @Override
    public String toString() {
        return trainings + " x " + schedule.rows();
    }
}

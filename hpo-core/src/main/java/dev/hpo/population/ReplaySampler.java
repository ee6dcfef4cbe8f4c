// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Replayed;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Trains with a schedule from the first step to the last, some times: what a population came to may be luck, and this has chosen nothing. Each segment of the schedule is a trial,
 * which sets out from the checkpoint of the one before; a training of which a segment fails has failed.
 *
 * <p>For a study that repeats a search, see {@code dev.hpo.study.Repetition}.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ReplaySampler implements Sampler {

    private final WinnersSchedule schedule;
    private final int trainings;

    /**
     * Creates a sampler.
     *
     * @param schedule what is trained with
     * @param trainings how many times; at least 1
     */
    public ReplaySampler(WinnersSchedule schedule, int trainings) {
        if (trainings < 1) {
            throw new IllegalArgumentException("trainings (" + trainings + ") must be at least 1");
        }
        this.schedule = schedule;
        this.trainings = trainings;
    }

    private List<WinnersSchedule.Row> rows() {
        return schedule.rows();
    }

    /** Returns how many segments each training has. */
    public int segments() {
        return rows().size();
    }

    /** Returns how many trials that takes, those that are interrupted aside. */
    public int trials() {
        return (int) Math.min(Integer.MAX_VALUE, (long) trainings * rows().size());
    }

    /** Returns how many trials can begin now: one for each training that waits for nothing. */
    public int due(History history) {
        int due = 0;
        for (int training = 0; training < trainings; training++) {
            due += next(history, training).isPresent() ? 1 : 0;
        }
        return due;
    }

    /** Returns whether all trainings have ended. */
    public boolean isDone(History history) {
        return ends(history).size() == trainings;
    }

    /** Returns what the trainings came to that have ended, by their numbers; empty where one has failed. */
    public List<OptionalDouble> ends(History history) {
        return Replayed.values(history, rows().size());
    }

    /** Returns the values at the ends of the trainings that have come to one, by their numbers. */
    public List<Double> values(History history) {
        return ends(history).stream()
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    @Override
    public Proposal propose(Ask ask) {
        for (int training = 0; training < trainings; training++) {
            Optional<Proposal> next = next(ask.history(), training);
            if (next.isPresent()) {
                return next.get();
            }
        }
        return ask.history().count(TrialState.RUNNING) > 0
                ? new Proposal.Wait()
                : new Proposal.Exhausted("the schedule was trained with " + times());
    }

    private Optional<Proposal> next(History history, int training) {
        Optional<TrialRecord> last = Replayed.last(history, training);
        if (last.isEmpty()) {
            return Optional.of(new Proposal.Try(rows().get(0).configuration(), notes(training, 0)));
        }
        TrialRecord trial = last.get();
        if (trial.state() != TrialState.COMPLETE || Replayed.isEnd(trial, rows().size())) {
            return Optional.empty();
        }
        int segment = Replayed.of(trial).orElseThrow().segment() + 1;
        return Optional.of(new Proposal.Fork(
                trial.number(), rows().get(segment).configuration(), OptionalInt.empty(), notes(training, segment)));
    }

    /** It is a segment as it was in the population, so that the same body runs it. */
    private Map<String, String> notes(int training, int number) {
        WinnersSchedule.Row row = rows().get(number);
        Replayed replayed = new Replayed(training, trainings, number, row.from() + 1, row.to());
        Segment.Kind kind = number == 0 ? Segment.Kind.START : Segment.Kind.STAY;
        String why = "as trial " + row.trial() + " of the winner, in training " + (training + 1) + " of " + trainings;
        return new Segment(new Segment.Place(training, number, 0), kind, row.from(), row.to(), why)
                .notes(replayed.notes());
    }

    @Override
    public boolean forks() {
        return true;
    }

    @Override
    public Set<Integer> keeps(History history, StudyFacts facts) {
        Set<Integer> kept = new HashSet<>();
        for (int training = 0; training < trainings; training++) {
            Replayed.last(history, training)
                    .filter(trial -> !Replayed.isEnd(trial, rows().size()))
                    .ifPresent(trial -> {
                        kept.add(trial.number());
                        trial.start().origin().fork().ifPresent(kept::add);
                    });
        }
        return kept;
    }

    @Override
    public OptionalLong until(TrialRecord trial) {
        return Replayed.of(trial).map(found -> OptionalLong.of(found.last())).orElse(OptionalLong.empty());
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "the schedule of trial " + schedule.winner() + ", trained with " + times();
    }

    private String times() {
        return trainings == 1 ? "once" : trainings + " times";
    }

    /**
     * Returns what a sampler says of itself that trains with a schedule, and of no other, but for how many times.
     *
     * @param winner the trial whose schedule it is
     * @param segments how many the schedule has
     */
    public static String text(int winner, int segments) {
        return "trial " + winner + " in " + segments + " segments, ";
    }

    /** Returns what decides its course: a trial that has ended stays what it is. */
    @Override
    public String toString() {
        return text(schedule.winner(), rows().size()) + times();
    }
}

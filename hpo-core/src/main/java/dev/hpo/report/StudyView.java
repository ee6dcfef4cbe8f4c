// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A study at one moment, as all reports see it.
 *
 * @param facts its name, direction, seed and budget
 * @param run which run of it this is
 * @param space the space that is searched
 * @param history the trials so far
 * @param besides what there is besides the search
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StudyView(StudyFacts facts, StudyRun run, Space<?> space, History history, Besides besides) {

    /** Creates a view of a study that has a start configuration, or is not expected to have one. */
    public StudyView(StudyFacts facts, StudyRun run, Space<?> space, History history) {
        this(facts, run, space, history, Optional.empty());
    }

    /**
     * Creates a view of a study of which nothing was run again.
     *
     * @param noStart why there is no start configuration, for people; empty if there is one, or if nobody will miss it
     */
    public StudyView(StudyFacts facts, StudyRun run, Space<?> space, History history, Optional<String> noStart) {
        this(facts, run, space, history, new Besides(noStart, Optional.empty(), Optional.empty(), List.of()));
    }

    /**
     * What there is besides a search.
     *
     * @param noStart why there is no start configuration, for people; empty if there is one, or if nobody will miss it
     * @param confirmation the runs that are made after it; empty if there are none
     * @param population the population that it raises; empty if its trials stand for themselves
     * @param outside the numbers of trials that are no part of that though they were queued for it, as they came too late; none in the usual case
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Besides(
            Optional<String> noStart,
            Optional<ConfirmView> confirmation,
            Optional<PopulationView> population,
            List<Integer> outside) {

        /** Creates what there is. */
        public Besides {
            outside = List.copyOf(outside);
        }
    }

    /** Returns this view with what was run after the search. */
    public StudyView with(Optional<ConfirmView> confirmation) {
        return new StudyView(facts, run, space, history, new Besides(noStart(), confirmation, population(), outside()));
    }

    /** Returns this view as that of a study that raises a population, to which all its trials belong. */
    public StudyView with(PopulationView population) {
        return with(population, List.of());
    }

    /**
     * Returns this view as that of a study that raises a population.
     *
     * @param outside the numbers of trials that are no part of it though they were queued for it
     */
    public StudyView with(PopulationView population, List<Integer> outside) {
        return new StudyView(
                facts, run, space, history, new Besides(noStart(), confirmation(), Optional.of(population), outside));
    }

    /** Returns this view with other facts, as of a budget of which more is known. */
    public StudyView with(StudyFacts other) {
        return new StudyView(other, run, space, history, besides);
    }

    /** Returns the population that is raised; empty if the trials stand for themselves. */
    public Optional<PopulationView> population() {
        return besides.population();
    }

    /** Returns the numbers of trials that are no part of the population though they were queued for it, as they came too late. */
    public List<Integer> outside() {
        return besides.outside();
    }

    /** Returns why there is no start configuration, for people; empty if there is one, or if nobody will miss it. */
    public Optional<String> noStart() {
        return besides.noStart();
    }

    /** Returns the runs that are made after the search; empty if there are none. */
    public Optional<ConfirmView> confirmation() {
        return besides.confirmation();
    }

    /** Returns the configuration that these have confirmed, if they have. */
    public Optional<ConfirmedBest> confirmed() {
        return confirmation().flatMap(ConfirmView::best);
    }

    /** Returns the complete trial to take: the confirmed one, or else the best of the search; empty if none is complete. */
    public Optional<TrialRecord> best() {
        return confirmed().map(ConfirmedBest::trial).or(this::searched);
    }

    /** Returns the complete trial with the best value in the search, if there is one; of a population one that is a part of it. */
    public Optional<TrialRecord> searched() {
        Optional<TrialRecord> best = history.best(facts.direction());
        if (best.isPresent() && outside().contains(best.get().number())) {
            List<PopulationView.Segment> schedule =
                    population().map(PopulationView::schedule).orElse(List.of());
            return schedule.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            history.trial(schedule.get(schedule.size() - 1).trial()));
        }
        return best;
    }

    /** Returns the value of the trial to take: the mean of its runs where it was confirmed; empty if there is no such trial. */
    public OptionalDouble bestValue() {
        return confirmed().isPresent()
                ? OptionalDouble.of(confirmed().get().value())
                : searched().map(TrialRecord::value).orElse(OptionalDouble.empty());
    }

    /** Returns the trial of the start configuration, if there is one to compare the best with: in a population it has trained one segment only. */
    public Optional<TrialRecord> start() {
        return history.trials().stream()
                .filter(trial ->
                        population().isEmpty() && trial.start().origin().source() == Origin.Source.INITIAL)
                .findFirst();
    }

    /** Returns what its trials tell, and its runs since. Whether the best is at the end of a range is asked of the trial to take. */
    public Analysis analysis() {
        Analysis searched = Analysis.of(space, history, facts);
        Analysis analysis =
                confirmation().map(again -> searched.knowing(again.runs())).orElse(searched);
        return confirmed().map(found -> analysis.taking(found.trial().number())).orElse(analysis);
    }

    List<Parameter<?>> parametersOf(Configuration configuration) {
        return space.parameters().stream().filter(configuration::contains).toList();
    }
}

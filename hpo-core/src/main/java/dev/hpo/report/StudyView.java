// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A study at one moment, as all reports see it.
 *
 * @param facts its name, direction, seed and budget
 * @param run which run of it this is
 * @param space the space that is searched
 * @param history the trials so far
 * @param noStart why there is no start configuration, for people; empty if there is one, or if nobody will miss it
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StudyView(StudyFacts facts, StudyRun run, Space<?> space, History history, Optional<String> noStart) {

    /** Creates a view of a study that has a start configuration, or is not expected to have one. */
    public StudyView(StudyFacts facts, StudyRun run, Space<?> space, History history) {
        this(facts, run, space, history, Optional.empty());
    }

    /** Returns the best complete trial, if there is one. */
    public Optional<TrialRecord> best() {
        return history.best(facts.direction());
    }

    /** Returns the trial of the start configuration, if there is one. */
    public Optional<TrialRecord> start() {
        return history.trials().stream()
                .filter(trial -> trial.start().origin().source() == Origin.Source.INITIAL)
                .findFirst();
    }

    List<Parameter<?>> parametersOf(Configuration configuration) {
        return space.parameters().stream().filter(configuration::contains).toList();
    }
}

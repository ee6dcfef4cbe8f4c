// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one line of a journal does. Studies and trials have no number in the lines that create them: they get it from the order of
 * these lines, and the operations that follow name them by it.
 */
@API(status = Status.INTERNAL, since = "0.1")
public sealed interface Operation {

    /**
     * Creates a study; without effect if one of the name is there.
     *
     * @param name its name
     * @param directions which values are better, for each objective
     */
    record CreateStudy(String name, List<Direction> directions) implements Operation {

        /** Creates the operation. */
        public CreateStudy {
            directions = List.copyOf(directions);
        }
    }

    /**
     * Deletes a study; its trials keep their ids.
     *
     * @param study its id
     */
    record DeleteStudy(int study) implements Operation {}

    /**
     * Sets an attribute of a study.
     *
     * @param study its id
     * @param attribute the attribute
     */
    record StudyAttribute(int study, Attribute attribute) implements Operation {}

    /**
     * Creates a trial, which may be a whole one that has ended.
     *
     * @param study the id of its study
     * @param trial what is known of it from the start
     */
    record CreateTrial(int study, Draft trial) implements Operation {}

    /**
     * Sets a parameter of an unfinished trial.
     *
     * @param trial the id of the trial
     * @param name the name of the parameter
     * @param value its value
     */
    record SetParameter(int trial, String name, Assignment value) implements Operation {}

    /**
     * Sets a parameter of an unfinished trial to nobody knows what.
     *
     * @param trial the id of the trial
     * @param name the name of the parameter
     * @param fault why it cannot be read, for people
     */
    record UnreadableParameter(int trial, String name, String fault) implements Operation {}

    /**
     * Sets the state of an unfinished trial.
     *
     * @param trial the id of the trial
     * @param standing its state, with what belongs to it
     */
    record SetState(int trial, Standing standing) implements Operation {}

    /**
     * Sets the intermediate value of an unfinished trial at a step.
     *
     * @param trial the id of the trial
     * @param observation the step and the value
     */
    record Report(int trial, Observation observation) implements Operation {}

    /**
     * Sets an attribute of an unfinished trial.
     *
     * @param trial the id of the trial
     * @param attribute the attribute
     */
    record TrialAttribute(int trial, Attribute attribute) implements Operation {}

    /** Does nothing, as the order to discard trials, which Optuna ignores. */
    record Ignored() implements Operation {}

    /**
     * Creates a trial of a study that nobody follows: it takes a number, and no more of it was read.
     *
     * @param study the id of its study
     */
    record PassedTrial(int study) implements Operation {}

    /** Changes a trial that nobody follows, or in a way that nobody asks for; no more of it was read. */
    record PassedChange() implements Operation {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Chooses the configuration of the next trial.
 *
 * <p>A sampler is a function: the same {@link Ask} gives the same proposal, from a new instance as from one that has been
 * asked before, so that a study resumed after an interruption goes on as it would have. It reads no clock, file or thread;
 * randomness comes with the ask. It may cache what it computed from a history. It must be safe for use by several threads.
 *
 * <p>The trials of the history that still run are to be taken into account: none of them is proposed again in a finite space
 * before that space is exhausted.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface Sampler {

    /**
     * Proposes the next configuration.
     *
     * @param ask what there is to know
     * @return the proposal, whose configuration fits the space
     */
    Proposal propose(Ask ask);

    /**
     * Returns what this sampler is in a few words, for the summary of a study: {@code grid of 125 points}.
     *
     * @param space the space that is searched
     * @param facts the facts of the study
     */
    String describe(Space<?> space, StudyFacts facts);

    /**
     * Returns what this sampler has turned out to be, for the summary of a study that has come so far. A sampler that hands on to another may hand this on too.
     *
     * @param space the space that is searched
     * @param facts the facts of the study
     * @param history the trials so far
     */
    default String describe(Space<?> space, StudyFacts facts, History history) {
        return describe(space, facts);
    }

    /**
     * Checks that this sampler can search a space for a study, before that begins or goes on. What it refuses costs no trial then. A sampler that hands on to another must hand
     * this on too.
     *
     * @param space the space that is searched
     * @param facts the facts of the study, without a seed and earlier studies
     * @throws IllegalArgumentException if it cannot; the message says what to change
     */
    default void requireFit(Space<?> space, StudyFacts facts) {}

    /**
     * Returns whether this sampler goes through a list of points that comes to an end by itself: then any number of its
     * proposals in a row may be rejected. Otherwise a study gives up after many.
     */
    default boolean isEnumeration() {
        return false;
    }

    /**
     * Returns whether this sampler goes on with paused trials, see {@link Proposal.Promote}. Then it is asked for that also when all trials of the
     * budget have begun, as long as any are paused. A sampler that hands on to another must hand this on too.
     */
    default boolean promotes() {
        return false;
    }

    /**
     * Returns whether, as far as the study has come, its trials are meant as full trainings' worth of steps, of which any number may begin. Then a
     * budget of n trials is one of n trainings' worth: steps that a trial has inherited are not counted again, and the study ends when as many are
     * spent. Only a sampler that {@link #promotes} is asked. It must be a function of what it is handed, and one that has said so once should go on to,
     * as a study may have had more trials by then than a budget of trials allows. A sampler that hands on to another must hand this on too.
     *
     * @param history the trials so far
     * @param facts the facts of the study
     */
    default boolean spendsSteps(History history, StudyFacts facts) {
        return false;
    }

    /**
     * Returns what is to be kept with a trial that begins, as its attributes, for people and other tools: what it was chosen for. A sampler that hands on to another may hand this
     * on too.
     *
     * @param start how it begins
     */
    default Map<String, String> attributes(TrialStart start) {
        return Map.of();
    }

    /**
     * Returns whether this sampler sets out from complete trials, see {@link Proposal.Fork}. Then their checkpoints stay as long as it {@link #keeps} them.
     * A sampler that hands on to another must hand this on too.
     */
    default boolean forks() {
        return false;
    }

    /**
     * Returns the numbers of the complete trials from whose checkpoints a later trial may set out; the checkpoints of all others are removed. Only a sampler
     * that {@link #forks} is asked. It must be a function of what it is handed. One that leaves a trial out must not set out from it when it knows
     * more.
     *
     * @param history the trials so far, as the next trial will see them at least
     * @param facts the facts of the study
     */
    default Set<Integer> keeps(History history, StudyFacts facts) {
        return Set.of();
    }

    /**
     * Returns the step up to which a trial is to train, where this sampler has given it one: the end of a segment of a longer training. Empty if it trains for as
     * long as any does. It must be a function of what it is handed. A sampler that hands on to another must hand this on too.
     *
     * @param trial a trial that begins, or is begun again
     */
    default OptionalLong until(TrialRecord trial) {
        return OptionalLong.empty();
    }

    /** Returns whether this sampler makes use of {@link StudyFacts#earlier}. Otherwise the summary of a warm study says that it does not. A sampler that hands on to another must hand this on too. */
    default boolean learnsFromEarlier() {
        return false;
    }
}

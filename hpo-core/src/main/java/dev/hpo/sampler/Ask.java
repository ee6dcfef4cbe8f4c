// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The question to a sampler: what should be tried next?
 *
 * @param space the space to choose from
 * @param history the trials so far, those still running among them
 * @param facts the facts of the study
 * @param number the number of the trial to come
 * @param random the randomness of this trial, made of the study's seed and the trial's number
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Ask(Space<?> space, History history, StudyFacts facts, int number, RandomGenerator random) {}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import java.util.Map;

/** The points of a scrambled Sobol sequence that a sampler with a model begins with. */
final class SobolStart {

    private static final String POINT = "sobol";

    private final SobolSequence.Cache sequences = new SobolSequence.Cache();
    private final Novelty novelty = new Novelty();

    /** Proposes the next point of the sequence that is new. */
    Proposal propose(Ask ask) {
        SobolSequence sequence = sequences.of(ask.space(), ask.facts().seed());
        int begin = Notes.last(POINT, ask.history())
                .map(note -> Integer.parseInt(note) + 1)
                .orElse(0);
        return novelty.first(ask, draw -> {
            int index = begin + draw;
            return new Proposal.Try(
                    ask.space().choose(parameter -> parameter.domain().fromUnit(sequence.coordinate(index, parameter))),
                    Map.of(POINT, Integer.toString(index)));
        });
    }
}

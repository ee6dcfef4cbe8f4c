// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.sampler.warm.Warmth;
import java.util.Optional;

/** The best configurations of earlier studies, which samplers that learn try before anything else. Safe for use by several threads. */
final class HeadStart {

    private final Warmth.Cache warmths = new Warmth.Cache();

    /** Returns the next configuration of an earlier study that is worth a trial, if there is one. */
    Optional<Proposal> next(Ask ask) {
        return warmths.of(ask.space(), ask.history(), ask.facts()).first().stream()
                .findFirst()
                .map(Proposal.Try::of);
    }
}

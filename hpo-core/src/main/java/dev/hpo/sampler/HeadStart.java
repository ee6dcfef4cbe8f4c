// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.sampler.warm.Warmth;
import dev.hpo.space.Configuration;
import java.util.Map;
import java.util.Optional;

/** The best configurations of earlier studies, which samplers that learn try before anything else. Safe for use by several threads. */
final class HeadStart {

    /** The key of the note on these trials. */
    static final String NOTE = "earlier";

    private final Warmth.Cache warmths = new Warmth.Cache();

    /** Returns the next configuration of an earlier study that is worth a trial, if there is one. */
    Optional<Proposal> next(Ask ask) {
        return warmths.of(ask.space(), ask.history(), ask.facts()).first().stream()
                .findFirst()
                .map(HeadStart::proposal);
    }

    /** Returns the proposal of a configuration of an earlier study. */
    static Proposal.Try proposal(Configuration configuration) {
        return new Proposal.Try(configuration, Map.of(NOTE, "best"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Space;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import java.util.Optional;

/** What a run begins with. */
final class Beginnings {

    private Beginnings() {}

    static RunHeader header(Space<?> space, StudySpec spec, int run) {
        return new RunHeader(
                new RunId(spec.name(), run),
                new RunHeader.Goal(spec.metric(), spec.direction()),
                spec.seed().orElseGet(() -> seed(spec.name(), run)),
                space.fingerprint(),
                spec.clock().instant());
    }

    static <T> Optional<Configuration> initial(Space<T> space) {
        try {
            return space.initial().map(space::configuration);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(
                    "start configuration of " + space.type().getSimpleName() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "start configuration of " + space.type().getSimpleName() + " could not be made: " + e
                            + "; its @Initial method, or its no-argument constructor, must return it",
                    e);
        }
    }

    /** Makes a seed of the name and the number of a run, the same on every machine. */
    private static long seed(String study, int run) {
        return SplitMix.mix(run, study.chars().asLongStream().toArray());
    }
}

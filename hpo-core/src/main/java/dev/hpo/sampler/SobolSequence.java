// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.numeric.ScrambledSobol;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A scrambled Sobol sequence with one axis a parameter, whether the parameter exists in a point or not, and a spare one. */
final class SobolSequence {

    private final Space<?> space;
    private final long seed;
    private final ScrambledSobol sobol;
    private final Map<Parameter<?>, Integer> axes = new HashMap<>();

    private SobolSequence(Space<?> space, long seed) {
        this.space = space;
        this.seed = seed;
        List<Parameter<?>> parameters = space.parameters();
        for (Parameter<?> parameter : parameters) {
            axes.put(parameter, axes.size());
        }
        this.sobol = new ScrambledSobol(parameters.size() + 1, seed);
    }

    /**
     * Returns a parameter's position in the unit interval at a point.
     *
     * @param index the point's place in the sequence; counted on from 0 again past the largest int
     */
    double coordinate(int index, Parameter<?> parameter) {
        return sobol.coordinate(index & Integer.MAX_VALUE, axes.getOrDefault(parameter, axes.size()));
    }

    /** Returns the coordinate of a point on the axis that belongs to no parameter. */
    double spare(int index) {
        return sobol.coordinate(index & Integer.MAX_VALUE, axes.size());
    }

    /** The sequence last used, which the next ask of the same study needs again. */
    static final class Cache {

        private final AtomicReference<@Nullable SobolSequence> last = new AtomicReference<>();

        SobolSequence of(Space<?> space, long seed) {
            SobolSequence sequence = last.get();
            if (sequence == null || sequence.space != space || sequence.seed != seed) {
                sequence = new SobolSequence(space, seed);
                last.set(sequence);
            }
            return sequence;
        }
    }
}

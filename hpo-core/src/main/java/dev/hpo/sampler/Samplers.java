// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The samplers that can be chosen by name: {@code auto}, {@code random}, {@code grid}, {@code qmc}, {@code coarse-to-fine},
 * {@code tpe}, {@code gp}, {@code cma-es}, {@code forest}, {@code curves}.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Samplers {

    private static final Map<String, Supplier<Sampler>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("auto", AutoSampler::new);
        BY_NAME.put("random", RandomSampler::new);
        BY_NAME.put("grid", GridSampler::new);
        BY_NAME.put("qmc", QmcSampler::new);
        BY_NAME.put("coarse-to-fine", CoarseToFineSampler::new);
        BY_NAME.put("tpe", TpeSampler::new);
        BY_NAME.put("gp", GpSampler::new);
        BY_NAME.put("cma-es", CmaEsSampler::new);
        BY_NAME.put("forest", ForestSampler::new);
        BY_NAME.put("curves", CurvesSampler::new);
    }

    private Samplers() {}

    /** Returns the names, the default first. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * Returns a new sampler with its default options.
     *
     * @param name one of {@link #names}
     * @throws IllegalArgumentException if there is none of that name; the message names the nearest
     */
    public static Sampler named(String name) {
        Supplier<Sampler> sampler = BY_NAME.get(name);
        if (sampler == null) {
            String advice = NearestName.of(name, BY_NAME.keySet())
                    .map(nearest -> "; did you mean " + nearest + "?")
                    .orElse("");
            throw new IllegalArgumentException(
                    "sampler (" + name + ") must be one of " + String.join(", ", BY_NAME.keySet()) + advice);
        }
        return sampler.get();
    }
}

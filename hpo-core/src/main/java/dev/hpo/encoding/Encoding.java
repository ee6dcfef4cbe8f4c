// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The way between the configurations of a space and points of the unit cube, one coordinate a parameter.
 *
 * <p>A point is <em>proper</em> if each parameter that exists at it has the position of one of its values, and each that does
 * not has {@link Double#NaN}. Points of configurations are.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Encoding {

    private final Space<?> space;
    private final List<Dimension> dimensions;
    private final Map<String, Integer> places;

    private Encoding(Space<?> space) {
        this.space = space;
        this.dimensions = new ArrayList<>();
        this.places = new HashMap<>();
        for (Parameter<?> parameter : space.parameters()) {
            List<Requirement> requirements = new ArrayList<>();
            for (Condition condition : parameter.conditions()) {
                requirements.add(
                        new Requirement(places.getOrDefault(condition.parent().name(), -1), condition));
            }
            places.put(parameter.name(), dimensions.size());
            dimensions.add(new Dimension(dimensions.size(), parameter, requirements));
        }
    }

    /** Returns the encoding of a space. */
    public static Encoding of(Space<?> space) {
        return new Encoding(space);
    }

    /** Returns the space. */
    public Space<?> space() {
        return space;
    }

    /** Returns the number of coordinates. */
    public int size() {
        return dimensions.size();
    }

    /** Returns a coordinate's dimension. */
    public Dimension dimension(int index) {
        return dimensions.get(index);
    }

    /** Returns all dimensions, a parent before what depends on it. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Returns the place of a parameter among the coordinates. */
    public int place(Parameter<?> parameter) {
        return places.getOrDefault(parameter.name(), -1);
    }

    /** Returns the point of a configuration. */
    public double[] encode(Configuration configuration) {
        Map<String, Object> values = configuration.asMap();
        double[] point = new double[dimensions.size()];
        for (Dimension dimension : dimensions) {
            Object raw = values.get(dimension.parameter().name());
            point[dimension.index()] =
                    raw == null ? Double.NaN : dimension.parameter().domain().toUnit(raw);
        }
        return point;
    }

    /** Returns whether exactly the parameters that exist at a point of a configuration have a position. */
    boolean isProper(double[] point) {
        return dimensions.stream()
                .allMatch(dimension -> dimension.isActive(point) != Double.isNaN(point[dimension.index()]));
    }

    /** Returns the configuration of a point; a coordinate that is missing though its parameter exists is taken as the middle. */
    public Configuration decode(double[] point) {
        return space.choose(parameter -> {
            double position = point[place(parameter)];
            return parameter.domain().fromUnit(Double.isNaN(position) ? 0.5 : position);
        });
    }

    /**
     * Makes a point proper: snaps coordinates to values, clears those of parameters that do not exist and draws those that are
     * missing.
     */
    public void repair(double[] point, RandomGenerator random) {
        for (Dimension dimension : dimensions) {
            int at = dimension.index();
            if (!dimension.isActive(point)) {
                point[at] = Double.NaN;
            } else {
                point[at] = dimension.snap(Double.isNaN(point[at]) ? random.nextDouble() : point[at]);
            }
        }
    }

    /** Returns a proper point, uniform in the space. */
    public double[] draw(RandomGenerator random) {
        double[] point = new double[dimensions.size()];
        for (int at = 0; at < point.length; at++) {
            point[at] = random.nextDouble();
        }
        repair(point, random);
        return point;
    }

    /** Keeps the encoding of the space that was asked for last. Safe for use by several threads. */
    @API(status = Status.INTERNAL, since = "0.1")
    public static final class Cache {

        private final AtomicReference<@Nullable Encoding> last = new AtomicReference<>();

        /** Creates an empty cache. */
        public Cache() {}

        /** Returns the encoding of a space. */
        public Encoding of(Space<?> space) {
            Encoding encoding = last.get();
            if (encoding == null || encoding.space != space) {
                encoding = Encoding.of(space);
                last.set(encoding);
            }
            return encoding;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Domain;
import dev.hpo.space.Parameter;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One parameter as a coordinate of a point: a position of the unit interval, {@link Double#NaN} where it does not exist.
 *
 * <p>Values of a domain with gaps lie in the middle of their cells, those of choices too.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Dimension {

    /** Up to how many values a domain has all of them listed. */
    private static final int LISTED = 256;

    private final int index;
    private final Parameter<?> parameter;
    private final List<Requirement> requirements;
    private final double[] levels;

    Dimension(int index, Parameter<?> parameter, List<Requirement> requirements) {
        this.index = index;
        this.parameter = parameter;
        this.requirements = List.copyOf(requirements);
        this.levels = levels(parameter.domain());
    }

    private static double[] levels(Domain domain) {
        if (domain.cardinality() > LISTED) {
            return new double[0];
        }
        double[] positions = new double[(int) domain.cardinality()];
        for (int level = 0; level < positions.length; level++) {
            positions[level] = domain.toUnit(domain.valueAt(level));
        }
        return positions;
    }

    /** Returns the place among the coordinates of a point. */
    public int index() {
        return index;
    }

    /** Returns the parameter. */
    public Parameter<?> parameter() {
        return parameter;
    }

    /** Returns whether the values have no order. */
    public boolean isCategorical() {
        return parameter.domain() instanceof ChoiceDomain choice && !choice.ordered();
    }

    /** Returns whether the domain has no gaps. */
    public boolean isContinuous() {
        return parameter.domain().cardinality() == Domain.CONTINUOUS;
    }

    /** Returns the number of values, {@link Domain#CONTINUOUS} if there are no gaps. */
    public long cardinality() {
        return parameter.domain().cardinality();
    }

    /** Returns whether there is only one value. */
    public boolean isConstant() {
        return parameter.domain().cardinality() == 1;
    }

    /** Returns whether {@link #level} and {@link #position} can be asked: there are gaps, and not very many values. */
    public boolean isListed() {
        return levels.length > 0;
    }

    /** Returns the position of a value by its number; only of a listed dimension. */
    public double position(int level) {
        return levels[level];
    }

    /** Returns the number of the value at a position; only of a listed dimension. */
    public int level(double position) {
        int low = 0;
        int high = levels.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position > (levels[middle] + levels[middle + 1]) / 2) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns how far the nearest other value is from the one at a position; 0 if there are no gaps, 1 if there is no other value. */
    public double gap(double position) {
        return Math.min(gapBelow(position), gapAbove(position));
    }

    /** Returns how far the farther one of the two neighbours of the value at a position is; 0 if there are no gaps. */
    public double widerGap(double position) {
        double below = gapBelow(position);
        double above = gapAbove(position);
        return Math.max(below < 1 ? below : 0, above < 1 ? above : 0);
    }

    private double gapBelow(double position) {
        if (!isListed()) {
            return isContinuous() ? 0 : 1.0 / cardinality();
        }
        int level = level(position);
        return level == 0 ? 1 : levels[level] - levels[level - 1];
    }

    private double gapAbove(double position) {
        if (!isListed()) {
            return isContinuous() ? 0 : 1.0 / cardinality();
        }
        int level = level(position);
        return level == levels.length - 1 ? 1 : levels[level + 1] - levels[level];
    }

    /** Returns the position of the value of this domain that a position stands for; the position itself, kept inside, if there are no gaps. */
    public double snap(double position) {
        double inside = Math.min(1, Math.max(0, position));
        if (isContinuous()) {
            return inside;
        }
        return isListed()
                ? levels[level(inside)]
                : parameter.domain().toUnit(parameter.domain().fromUnit(inside));
    }

    /**
     * Returns the logarithm of how much likelier than by chance the user believes a good value to be at a position; for values with
     * gaps that of the value. 0 if nothing is believed.
     */
    public double logBelief(double position) {
        return parameter
                .prior()
                .map(prior -> isContinuous()
                        ? prior.logDensityAt(position)
                        : prior.logDensity(parameter.domain().fromUnit(position)))
                .orElse(0.0);
    }

    /** Returns whether this parameter exists at a point whose earlier coordinates are set. */
    public boolean isActive(double[] point) {
        for (Requirement requirement : requirements) {
            if (!requirement.holds(point)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether this parameter exists everywhere. */
    public boolean isAlwaysActive() {
        return requirements.isEmpty();
    }

    /** Returns the coordinates on which it depends whether this parameter exists. */
    public List<Integer> parents() {
        return requirements.stream().map(Requirement::parent).distinct().toList();
    }
}

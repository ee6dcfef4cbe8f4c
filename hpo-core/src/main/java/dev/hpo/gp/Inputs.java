// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The inputs of the model: the coordinates of proper points that can differ.
 *
 * <p>A parameter that does not exist at a point is put in the middle of its range. That it does not exist shows in the
 * coordinate of the parameter on which it depends.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Inputs {

    private static final double MISSING = 0.5;

    private final int[] coordinates;
    private final boolean[] categorical;

    public Inputs(Encoding encoding) {
        List<Dimension> varying = encoding.dimensions().stream()
                .filter(dimension -> !dimension.isConstant())
                .toList();
        coordinates = varying.stream().mapToInt(Dimension::index).toArray();
        categorical = new boolean[coordinates.length];
        for (int i = 0; i < categorical.length; i++) {
            categorical[i] = varying.get(i).isCategorical();
        }
    }

    /** Returns the number of inputs. */
    public int size() {
        return coordinates.length;
    }

    /** Returns whether two different values of an input are equally far apart whichever they are. */
    public boolean isCategorical(int input) {
        return categorical[input];
    }

    /** Returns which inputs are categorical. */
    List<Boolean> kinds() {
        List<Boolean> kinds = new ArrayList<>();
        for (boolean kind : categorical) {
            kinds.add(kind);
        }
        return kinds;
    }

    /** Returns the coordinate of points that is an input. */
    int coordinate(int input) {
        return coordinates[input];
    }

    /** Returns the inputs of a point. */
    public double[] of(double[] point) {
        double[] inputs = new double[coordinates.length];
        for (int i = 0; i < inputs.length; i++) {
            double position = point[coordinates[i]];
            inputs[i] = Double.isNaN(position) ? MISSING : position;
        }
        return inputs;
    }

    /** Returns the distance of two values of an input: 0 or 1 if it is categorical. */
    double distance(int input, double left, double right) {
        if (categorical[input]) {
            return left == right ? 0 : 1;
        }
        return Math.abs(left - right);
    }
}

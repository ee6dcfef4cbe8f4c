// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which coordinates of a point are numbers, which are choices and which are neither because they have one value. */
final class Layout {

    private static final double SAME = 1e-9;

    private final Encoding encoding;
    private final List<Dimension> numbers = new ArrayList<>();
    private final List<Dimension> choices = new ArrayList<>();
    private final double[][] borders;
    private final int[] choiceCounts;

    Layout(Encoding encoding) {
        this.encoding = encoding;
        for (Dimension dimension : encoding.dimensions()) {
            if (!dimension.isConstant()) {
                (dimension.isCategorical() ? choices : numbers).add(dimension);
            }
        }
        this.borders = numbers.stream().map(Layout::bordersOf).toArray(double[][]::new);
        this.choiceCounts = choices.stream()
                .mapToInt(dimension -> Math.toIntExact(dimension.cardinality()))
                .toArray();
    }

    private static double[] bordersOf(Dimension dimension) {
        double[] borders = new double[dimension.isListed() ? (int) dimension.cardinality() - 1 : 0];
        for (int level = 0; level < borders.length; level++) {
            borders[level] = (dimension.position(level) + dimension.position(level + 1)) / 2;
        }
        return borders;
    }

    /** Returns how many coordinates are numbers. */
    int numbers() {
        return numbers.size();
    }

    /** Returns how many values each choice has. */
    int[] choices() {
        return choiceCounts;
    }

    /** Returns the positions between neighbouring values of each number; empty for one without gaps or with very many values. */
    double[][] borders() {
        return borders;
    }

    /** Returns whether a number has no gaps, or hardly any. */
    boolean isSmooth(int number) {
        return borders[number].length == 0;
    }

    /** Returns whether all numbers without gaps are inside their ranges. */
    boolean isInside(double[] positions) {
        for (int at = 0; at < positions.length; at++) {
            if (isSmooth(at) && (positions[at] < 0 || positions[at] > 1)) {
                return false;
            }
        }
        return true;
    }

    /** Mirrors numbers without gaps at the ends of their ranges until they are inside. */
    void mirror(double[] positions) {
        for (int at = 0; at < positions.length; at++) {
            if (isSmooth(at)) {
                double folded = Math.abs(positions[at]) % 2;
                positions[at] = folded > 1 ? 2 - folded : folded;
            }
        }
    }

    /** Returns the proper point of a member. */
    double[] point(Member member) {
        double[] point = new double[encoding.size()];
        Arrays.fill(point, 0.5);
        for (int at = 0; at < numbers.size(); at++) {
            point[numbers.get(at).index()] = member.numbers()[at];
        }
        for (int at = 0; at < choices.size(); at++) {
            point[choices.get(at).index()] =
                    (member.choices()[at] + 0.5) / choices.get(at).cardinality();
        }
        for (Dimension dimension : encoding.dimensions()) {
            int at = dimension.index();
            point[at] = dimension.isActive(point) ? dimension.snap(point[at]) : Double.NaN;
        }
        return point;
    }

    /** Returns the member that stands for a proper point, with what does not exist there taken from a mean. */
    Member member(double[] point, double[] mean) {
        double[] positions = new double[numbers.size()];
        for (int at = 0; at < positions.length; at++) {
            double position = point[numbers.get(at).index()];
            positions[at] = Double.isNaN(position) ? mean[at] : position;
        }
        return new Member(positions, choices(point));
    }

    /** Returns a drawn member, with no choice where none exists at its point. */
    Member existing(Member drawn, double[] point) {
        return new Member(drawn.numbers(), choices(point));
    }

    /** Returns whether a trial's point is a given one, up to rounding. */
    static boolean isSame(double[] point, double[] other) {
        for (int at = 0; at < point.length; at++) {
            boolean missing = Double.isNaN(point[at]);
            if (missing != Double.isNaN(other[at]) || Math.abs(point[at] - other[at]) > SAME) {
                return false;
            }
        }
        return true;
    }

    private int[] choices(double[] point) {
        int[] numbers = new int[choices.size()];
        for (int at = 0; at < numbers.length; at++) {
            double position = point[choices.get(at).index()];
            long count = choices.get(at).cardinality();
            numbers[at] = Double.isNaN(position) ? -1 : (int) Math.min(count - 1, (long) (position * count));
        }
        return numbers;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which points of a long curve are kept: evenly spread ones, and those that nobody would do without, the first and the last, the smallest and the
 * largest, and the first that is not finite. It takes memory for those that are kept, not for the curve.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Thinning {

    private Thinning() {}

    /**
     * Returns the indices of the points that are kept, rising.
     *
     * @param size how many points there are
     * @param most how many evenly spread ones are kept of a longer curve; at least 2
     * @param values returns the value of a point
     */
    public static int[] kept(int size, int most, IntToDoubleFunction values) {
        if (size <= most) {
            return IntStream.range(0, size).toArray();
        }
        IntStream even = IntStream.range(0, most).map(place -> (int) ((size - 1L) * place / (most - 1)));
        return IntStream.concat(even, Arrays.stream(marked(size, values)))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int[] marked(int size, IntToDoubleFunction values) {
        int smallest = 0;
        int largest = 0;
        int broken = -1;
        for (int index = 0; index < size; index++) {
            double value = values.applyAsDouble(index);
            if (!Double.isFinite(value)) {
                broken = broken < 0 ? index : broken;
                continue;
            }
            smallest = isBeaten(values.applyAsDouble(smallest), value, -1) ? index : smallest;
            largest = isBeaten(values.applyAsDouble(largest), value, 1) ? index : largest;
        }
        return IntStream.of(smallest, largest, broken)
                .filter(index -> index >= 0)
                .toArray();
    }

    private static boolean isBeaten(double known, double value, int sign) {
        return !Double.isFinite(known) || sign * value > sign * known;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import java.util.Arrays;

/** Sorts by merging, and by insertion where only few numbers are left. */
final class MergeSort {

    private final int cutoff;

    MergeSort(SortConfig config) {
        this.cutoff = config.cutoff();
    }

    int[] sorted(int[] numbers) {
        if (numbers.length <= cutoff || numbers.length == 1) {
            return inserted(numbers);
        }
        int half = numbers.length / 2;
        return merged(sorted(Arrays.copyOf(numbers, half)), sorted(Arrays.copyOfRange(numbers, half, numbers.length)));
    }

    private static int[] inserted(int[] numbers) {
        int[] sorted = numbers.clone();
        for (int next = 1; next < sorted.length; next++) {
            int number = sorted[next];
            int place = next;
            while (place > 0 && sorted[place - 1] > number) {
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = number;
        }
        return sorted;
    }

    private static int[] merged(int[] left, int[] right) {
        int[] sorted = new int[left.length + right.length];
        int fromLeft = 0;
        for (int place = 0; place < sorted.length; place++) {
            int fromRight = place - fromLeft;
            boolean isLeft =
                    fromRight == right.length || (fromLeft < left.length && left[fromLeft] <= right[fromRight]);
            sorted[place] = isLeft ? left[fromLeft++] : right[fromRight];
        }
        return sorted;
    }
}

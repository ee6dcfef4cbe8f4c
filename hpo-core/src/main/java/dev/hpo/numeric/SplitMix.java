// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A small random generator whose bits are fixed by this source, whatever the JVM.
 *
 * <p>It is SplitMix64: a counter with an odd increment, mixed by Stafford's variant 13. Streams are made by mixing their
 * coordinates into the start of the counter, so that trial 17 draws the same numbers whether or not trial 16 was ever run;
 * what a study draws for says a {@link Purpose} too. Not safe for use by several threads.
 *
 * <p>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, section 4.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SplitMix implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Unlike the increment of the counter, so that no seed that is derived is a number that its origin draws. */
    private static final long DERIVED = 0xD1342543DE82EF95L;

    private long state;

    private SplitMix(long state) {
        this.state = state;
    }

    /**
     * Returns the generator of one stream.
     *
     * @param seed the seed of the study
     * @param coordinates what tells this stream from the others, such as a trial's number and a purpose
     */
    public static SplitMix of(long seed, long... coordinates) {
        return new SplitMix(mix(seed, coordinates));
    }

    /** Returns the generator whose counter begins at a seed that is mixed already. */
    static SplitMix at(long mixed) {
        return new SplitMix(mixed);
    }

    /**
     * Returns a seed made of another one and coordinates; other seeds and other coordinates, or the same in another order, give
     * unrelated ones.
     *
     * <p>What came before is hashed, the coordinate is added as it is, and the sum is hashed: were both hashed alike, the two
     * could be exchanged.
     */
    public static long mix(long seed, long... coordinates) {
        long mixed = stafford13(seed + GOLDEN_GAMMA);
        for (long coordinate : coordinates) {
            mixed = stafford13(mixed + DERIVED + coordinate);
        }
        return mixed;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return stafford13(state);
    }

    private static long stafford13(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

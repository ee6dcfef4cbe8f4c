// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Sobol's low-discrepancy sequence under Owen's nested uniform scrambling, any point of it at any time.
 *
 * <p>Of every 2^k points that begin at a multiple of 2^k, each of the 2^k equal cells of each axis holds exactly one, and
 * scrambling keeps that: it permutes, at each level of bisection and independently for each half, the two halves below it.
 * So each point is uniform on its own, no two studies have the same points, and the error of a mean over 2^k points of a
 * smooth function falls nearly as 2^(-1.5 k).
 *
 * <p>The flip of each bit is a hash of the seed, the axis and the bits above it, as in Owen's definition, not one of the
 * cheaper permutations that only resemble it (Laine and Karras 2011; Burley 2020): 32 hashes a coordinate are far from
 * mattering here. Nothing is stored but the direction numbers, which are Joe and Kuo's; they end at {@value
 * #SOBOL_DIMENSIONS} dimensions, beyond which coordinates are merely random.
 *
 * <p>Sources: Sobol 1967; Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci.
 * Comput. 30, 2008; Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences", 1995; Owen, "Scrambled net variance for
 * integrals of smooth functions", Annals of Statistics 25, 1997; Burley, "Practical hash-based Owen scrambling", JCGT 9(4),
 * 2020.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ScrambledSobol {

    /** How many axes have direction numbers. */
    public static final int SOBOL_DIMENSIONS = 1000;

    /** Bits of an index, and bits of a coordinate that are scrambled one by one; indices are below 2^31. */
    private static final int BITS = 32;

    private static final int LOW_BITS = 53 - BITS;

    private final int dimensions;
    private final long[] seeds;
    private final int[][] directions;

    /**
     * Creates a sequence.
     *
     * @param dimensions the number of axes, at least 1
     * @param seed the seed of the scrambling
     */
    public ScrambledSobol(int dimensions, long seed) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions (" + dimensions + ") must be at least 1");
        }
        this.dimensions = dimensions;
        this.directions = directions(Math.min(dimensions, SOBOL_DIMENSIONS));
        this.seeds = new long[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            seeds[axis] = Purpose.SOBOL_AXIS.seed(seed, axis);
        }
    }

    /** Returns the number of axes. */
    public int dimensions() {
        return dimensions;
    }

    /**
     * Returns one coordinate of a point.
     *
     * @param index the point's place in the sequence, from 0
     * @param axis from 0 to below {@link #dimensions()}
     * @return a number from 0 to below 1
     */
    public double coordinate(int index, int axis) {
        if (index < 0) {
            throw new IllegalArgumentException("index (" + index + ") must be at least 0");
        }
        long bits = axis < directions.length
                ? scramble(sobol(index, directions[axis]), seeds[axis])
                : SplitMix.mix(seeds[axis], index) >>> (Long.SIZE - 53);
        return bits * 0x1p-53;
    }

    /** The points in the order of Gray's code, as Antonov and Saleev proposed; any 2^k from a multiple of 2^k are the same. */
    private static int sobol(int index, int[] direction) {
        int gray = index ^ (index >>> 1);
        int point = 0;
        for (int rest = gray; rest != 0; rest &= rest - 1) {
            point ^= direction[Integer.numberOfTrailingZeros(rest)];
        }
        return point;
    }

    /** The leading one in front of the bits above tells prefixes of different lengths apart. */
    private static long scramble(int point, long seed) {
        long original = Integer.toUnsignedLong(point);
        long scrambled = 0;
        for (int bit = BITS - 1; bit >= 0; bit--) {
            long prefix = (1L << (BITS - 1 - bit)) | ((original >>> bit) >>> 1);
            long flip = SplitMix.mix(seed, prefix) >>> (Long.SIZE - 1);
            scrambled = (scrambled << 1) | (((original >>> bit) & 1) ^ flip);
        }
        long low = SplitMix.mix(seed, (1L << BITS) | original) >>> (Long.SIZE - LOW_BITS);
        return (scrambled << LOW_BITS) | low;
    }

    /** Reads them off the points whose Gray code has a single bit, which are those before a power of two. */
    private static int[][] directions(int axes) {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(axes);
        int[][] directions = new int[axes][BITS - 1];
        for (int bit = 0; bit < BITS - 1; bit++) {
            double[] point = generator.skipTo((int) ((1L << (bit + 1)) - 1));
            for (int axis = 0; axis < axes; axis++) {
                directions[axis][bit] = (int) (long) (point[axis] * 0x1p32);
            }
        }
        return directions;
    }
}

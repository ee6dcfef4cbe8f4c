// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A shuffled order of the numbers from 0 to below a size, each place computed on its own without a list of them.
 *
 * <p>A Feistel network of hashes permutes the numbers of an even number of bits, of which more than a quarter are below the
 * size; a number that comes out at or above it goes in again until one below does (cycle walking), in less than four turns
 * on average.
 *
 * <p>Sources: Luby and Rackoff, "How to construct pseudorandom permutations from pseudorandom functions", 1988; Black and
 * Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002, section 3.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Permutation {

    private static final int ROUNDS = 6;

    private final long size;
    private final long seed;
    private final int half;

    /**
     * Creates an order.
     *
     * @param size how many numbers, from 1 to 2^62
     * @param seed different seeds give unrelated orders
     */
    public Permutation(long size, long seed) {
        if (size < 1 || size > 1L << 62) {
            throw new IllegalArgumentException("size (" + size + ") must be from 1 to 2^62");
        }
        this.size = size;
        this.seed = seed;
        this.half = (Long.SIZE - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
    }

    /**
     * Returns the number at a place.
     *
     * @param place from 0 to below the size
     */
    public long at(long place) {
        if (place < 0 || place >= size) {
            throw new IllegalArgumentException("place (" + place + ") must be from 0 to below " + size);
        }
        long number = place;
        do {
            number = encrypt(number);
        } while (number >= size);
        return number;
    }

    private long encrypt(long number) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ (SplitMix.mix(seed, round, right) & mask);
            left = right;
            right = mixed;
        }
        return (left << half) | right;
    }
}

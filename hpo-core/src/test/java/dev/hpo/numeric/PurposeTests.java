// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.fixture.Streams;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Over all seeds below 100 and coordinates below 1000, which are those that people choose and that studies come to. */
class PurposeTests {

    private static final int SEEDS = 100;
    private static final int COORDINATES = 1000;

    /** Among a million streams begun at random the two nearest are some ten million numbers apart. */
    private static final long APART = 10_000;

    private final Streams streams = new Streams();

    @Test
    void noStreamIsShared_withinAPurposeOrBetweenTwo() {
        for (long seed = 0; seed < SEEDS; seed++) {
            streams.addDrawn(SplitMix.of(seed).nextLong());
            for (Purpose purpose : Purpose.values()) {
                streams.addDrawn(purpose.generator(seed).nextLong());
                for (int coordinate = 0; coordinate < COORDINATES; coordinate++) {
                    streams.addDrawn(purpose.generator(seed, coordinate).nextLong());
                }
            }
        }
        assertThat(streams.leastDistance()).isGreaterThan(APART);
    }

    @Test
    void noStreamIsShared_whateverThePlaceOfACoordinate() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (int generation = 0; generation < 100; generation++) {
                streams.addSeed(Purpose.RESTART.seed(seed, generation));
                for (int member = 0; member < 10; member++) {
                    for (int attempt = 0; attempt < 3; attempt++) {
                        streams.addSeed(Purpose.MEMBER.seed(seed, generation, member, attempt));
                    }
                }
            }
        }
        assertThat(streams.leastDistance()).isGreaterThan(APART / 10);
    }

    @Test
    void noStreamIsShared_whenASeedIsMadeOfOneThatWasMade() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Purpose first : Purpose.values()) {
                for (int coordinate = 0; coordinate < 10; coordinate++) {
                    long made = first.seed(seed, coordinate);
                    streams.addSeed(made);
                    for (int axis = 0; axis < 100; axis++) {
                        streams.addSeed(Purpose.SOBOL_AXIS.seed(made, axis));
                    }
                }
            }
        }
        assertThat(streams.leastDistance()).isGreaterThan(APART);
    }

    @Test
    void seedsOfRunsAreNotShared() {
        for (int run = 1; run <= SEEDS; run++) {
            for (char first = 'A'; first <= 'z'; first++) {
                streams.addSeed(Purpose.RUN.seed(run, first));
                for (char second = 'A'; second <= 'z'; second++) {
                    streams.addSeed(Purpose.RUN.seed(run, first, second));
                }
            }
        }
        assertThat(streams.leastDistance()).isGreaterThan(APART);
    }

    @Test
    void noSeedIsANumberThatItsOriginDraws() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (int coordinate = 0; coordinate < COORDINATES; coordinate++) {
                long made = SplitMix.mix(seed, coordinate);
                assertThat(SplitMix.of(seed).longs(20)).doesNotContain(made);
                assertThat(SplitMix.of(seed, coordinate).nextLong())
                        .isNotIn(SplitMix.mix(seed, coordinate, 0), SplitMix.mix(seed, coordinate, 1));
            }
        }
    }

    @Test
    void seedAndCoordinateCannotBeExchanged() {
        assertThat(SplitMix.mix(3, 5)).isNotEqualTo(SplitMix.mix(5, 3));
        assertThat(SplitMix.mix(3, 3)).isNotEqualTo(SplitMix.mix(5, 5));
        assertThat(SplitMix.mix(1, 3, 5)).isNotEqualTo(SplitMix.mix(1, 5, 3));
        assertThat(LongStream.range(0, 4).map(ones -> SplitMix.mix(0, new long[(int) ones])))
                .doesNotHaveDuplicates();
    }

    /** Neighbouring seeds and coordinates change half the bits, each bit as often as not. */
    @Test
    void neighboursDifferInHalfTheirBits() {
        int[] changed = new int[Long.SIZE];
        int pairs = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            for (int coordinate = 0; coordinate < SEEDS; coordinate++) {
                long made = SplitMix.mix(seed, coordinate);
                count(changed, made ^ SplitMix.mix(seed + 1, coordinate));
                count(changed, made ^ SplitMix.mix(seed, coordinate + 1));
                pairs += 2;
            }
        }
        // A standard deviation of 71.
        for (int bit : changed) {
            assertThat(bit).isBetween(pairs / 2 - 350, pairs / 2 + 350);
        }
    }

    private static void count(int[] changed, long bits) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            changed[bit] += (int) ((bits >>> bit) & 1);
        }
    }

    /** What the fixture is built on: one cycle, the same as that of the JDK's generator. */
    @Test
    void streamsAreFoundToOverlap() {
        SplittableRandom random = new SplittableRandom(42);
        streams.addSeed(42);
        for (int draw = 0; draw < 7; draw++) {
            random.nextLong();
        }
        streams.addDrawn(random.nextLong());
        assertThat(streams.leastDistance()).isEqualTo(7);
    }

    /** A resumed study must draw what it would have drawn, under any version and on any JVM. */
    @Test
    void bitsNeverChange() {
        assertThat(SplitMix.mix(42)).isEqualTo(0xBDD732262FEB6E95L);
        assertThat(SplitMix.mix(42, 17)).isEqualTo(0x1C2C921FBC58BEC6L);
        assertThat(Purpose.TRIAL.seed(42, 17)).isEqualTo(0x9E82363FD7337B9AL);
        assertThat(Purpose.PROPOSAL.generator(42, 17).nextLong()).isEqualTo(0xD63C4ACC32DD36EEL);
    }
}

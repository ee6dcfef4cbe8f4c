// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitsTests {

    @Test
    void fitOfFewInputsIsToTheMostObservations() {
        assertThat(Fits.most(1)).isEqualTo(Fits.MOST);
        assertThat(Fits.most(40)).isEqualTo(Fits.MOST);
    }

    @Test
    void thereIsSomethingToFitToHoweverManyInputsThereAre() {
        assertThat(Fits.most(1_000_000)).isEqualTo(4);
    }

    /** A step takes time in proportion to the inputs and the square of the observations. */
    @ParameterizedTest
    @ValueSource(ints = {41, 120, 500, 1000, 4000})
    void fitOfMoreInputsTakesNoLonger(int inputs) {
        double most = Fits.most(inputs);
        assertThat(most).isBetween(4.0, (double) Fits.MOST);
        assertThat(most * most * inputs)
                .as("of " + inputs + " inputs")
                .isLessThanOrEqualTo((double) Fits.MOST * Fits.MOST * 40);
    }
}

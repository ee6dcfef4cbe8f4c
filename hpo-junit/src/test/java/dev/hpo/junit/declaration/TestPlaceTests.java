// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPlaceTests {

    @ParameterizedTest
    @CsvSource({
        "[engine:junit-jupiter]/[class:a.B]/[test-template:tune(a.C)], class:a.B",
        "[engine:junit-jupiter]/[class:a.B]/[nested-class:In]/[test-template:tune(a.C)], class:a.B/nested-class:In",
        "[engine:junit-platform-suite]/[suite:a.Suite]/[engine:junit-jupiter]/[class:a.B]/[test-template:tune(a.C)],"
                + " class:a.B",
        "[engine:junit-jupiter]/[class-template:a.B]/[class-template-invocation:#2]/[test-template:tune(a.C)],"
                + " class-template:a.B/class-template-invocation:#2",
        "[engine:junit-jupiter]/[class:a.B]/[nested-class-template:In]/[class-template-invocation:#1]/[nested-class:On]"
                + "/[test-template:t()], class:a.B/nested-class-template:In/class-template-invocation:#1/nested-class:On"
    })
    void place_isThatOfTheClass_whoeverRunsIt(String id, String place) {
        assertThat(TestPlace.of(TestPlaceTests.class, id).path()).isEqualTo(place);
    }
}

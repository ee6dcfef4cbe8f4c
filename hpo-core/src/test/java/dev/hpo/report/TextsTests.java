// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {

    private static final String SMILE = "\ud83d\ude00";

    @Test
    void wrap_prefersSpacesThenMarks() {
        assertThat(Texts.wrap("", 10)).containsExactly("");
        assertThat(Texts.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Texts.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Texts.wrap("target/hpo/study.json", 12)).containsExactly("target/hpo/", "study.json");
        assertThat(Texts.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void wrap_losesNothingAndKeepsPairsTogether(int width) {
        String text = "a" + SMILE + "bc/" + SMILE.repeat(5) + ".d";
        assertThat(Texts.wrap(text, width)).allMatch(line -> Texts.width(line) <= width);
        assertThat(String.join("", Texts.wrap(text, width))).isEqualTo(text);
    }

    @Test
    void wrapParts_breaksAfterSemicolons_andElseAtSpaces() {
        assertThat(Texts.wrapParts("a b; c d; e", 20)).containsExactly("a b; c d; e");
        assertThat(Texts.wrapParts("a b; c d; e", 9)).containsExactly("a b; c d;", "e");
        assertThat(Texts.wrapParts("a b; c d; e", 8)).containsExactly("a b;", "c d; e");
        assertThat(Texts.wrapParts("one two three; four", 8)).containsExactly("one two", "three;", "four");
        assertThat(Texts.wrapParts("", 8)).containsExactly("");
    }

    @Test
    void cut_countsCharactersNotCodeUnits() {
        assertThat(Texts.cut(SMILE.repeat(5), 5)).isEqualTo(SMILE.repeat(5));
        assertThat(Texts.cut(SMILE.repeat(6), 5)).isEqualTo(SMILE.repeat(2) + "...");
        assertThat(Texts.cutStart(SMILE.repeat(6), 5)).isEqualTo("..." + SMILE.repeat(2));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTests {

    @Test
    void textIsReadBack() {
        Note plain = new Note(3, 0, 12, List.of());
        Note open = new Note(7, 1, 0, List.of(17, 19));
        assertThat(plain).hasToString("3/0/12");
        assertThat(open).hasToString("7/1/0,17,19");
        assertThat(Note.parse(plain.toString())).contains(plain);
        assertThat(Note.parse(open.toString())).contains(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3/0", "3/0/x", "-1/0/0", "3/0/0,", "3/0/0,x", "99999999999/0/0"})
    void otherTextIsNoNote(String text) {
        assertThat(Note.parse(text)).isEmpty();
    }
}

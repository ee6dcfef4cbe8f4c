// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPathTests {

    private static final Path HOME = Path.of(System.getProperty("user.home"));

    @Test
    void tilde_isTheHomeOfTheUser() {
        assertThat(TypedPath.of("~")).isEqualTo(HOME);
        assertThat(TypedPath.of("~/a b/x")).isEqualTo(HOME.resolve("a b/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "/x/y", ".", "~x", "~~/x", "x/~/y"})
    void otherPath_isAsItStands(String text) {
        assertThat(TypedPath.of(text)).isEqualTo(Path.of(text));
    }
}

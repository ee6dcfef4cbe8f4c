// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMaskTests {

    private final PathMask mask = PathMask.of(Path.of("/people/me/code/shop"), Path.of("/people/me"));

    @ParameterizedTest
    @CsvSource({
        "/people/me/code/shop/src/a.txt, ./src/a.txt",
        "file:/people/me/code/shop/a.txt, file:./a.txt",
        "(/people/me/code/shop), (.)",
        "/people/me/.ssh/id, ~/.ssh/id",
        "/people/me, ~",
        "/people/me., ~.",
        "/people/me/code/shopping, ~/code/shopping",
        "/people/meadow/a, /people/meadow/a",
        "/backup/people/me/a, /backup/people/me/a",
        "nothing of that, nothing of that"
    })
    void folders_areMaskedWhereTheyAreWholeNames(String text, String masked) {
        assertThat(mask.of(text)).isEqualTo(masked);
    }

    @Test
    void homeWithinTheModule_isStillTheHome() {
        assertThat(PathMask.of(Path.of("/module"), Path.of("/module/own")).of("/module/own/x /module/y"))
                .isEqualTo("~/x ./y");
    }

    @Test
    void rootOrNothingAsAHome_masksNothing() {
        assertThat(PathMask.of(Path.of("/module"), Path.of("/")).of("/etc/a /module/b"))
                .isEqualTo("/etc/a ./b");
        assertThat(PathMask.of(Path.of("/module"), Path.of("")).of("a b")).isEqualTo("a b");
        assertThat(PathMask.of(Path.of("/module"), Path.of("/module")).of("/module/b"))
                .isEqualTo("./b");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
        "/people/me/code/shop-2/x, ~/code/shop-2/x",
        "/people/me.bak/x, /people/me.bak/x",
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
    void moduleOfTwoNames_isMaskedByBoth() {
        PathMask two = PathMask.of(List.of(Path.of("/module"), Path.of("/link/to")), Path.of("/people/me"));
        assertThat(two.of("/module/x /link/to/y /people/me/z")).isEqualTo("./x ./y ~/z");
    }

    @Test
    void foldersThatAreNotAbsolute_maskNothing() {
        assertThat(PathMask.of(List.of(Path.of("a")), Path.of("?")).of("/a/b ? a/x"))
                .isEqualTo("/a/b ? a/x");
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

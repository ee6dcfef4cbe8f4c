// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTests {

    @Test
    void whatIsInvisibleIsEscaped() {
        assertThat(VisibleText.of("a\tb\r\nc")).isEqualTo("a\\tb\\r\\nc");
        assertThat(VisibleText.lines("a\tb\r\nc\rd\r")).isEqualTo("a\tb\r\nc\\rd\\r");
        assertThat(VisibleText.of("\u001b[31m \u0085 \u200b \u202e \u2028 \u2029 \ud800"))
                .isEqualTo("\\u001b[31m \\u0085 \\u200b \\u202e \\u2028 \\u2029 \\ud800");
        assertThat(VisibleText.of("\udb40\udc01 \ud834\udd73")).isEqualTo("\\udb40\\udc01 \\ud834\\udd73");
        assertThat(VisibleText.of("caf\u00e9 \ud83d\ude00 \\n")).isEqualTo("caf\u00e9 \ud83d\ude00 \\n");
    }

    @Test
    void firstLine_skipsBlankLines() {
        assertThat(VisibleText.firstLine("")).isEmpty();
        assertThat(VisibleText.firstLine("\n  \n")).isEmpty();
        assertThat(VisibleText.firstLine("\n  a\tb \n c")).isEqualTo("a\\tb");
    }
}

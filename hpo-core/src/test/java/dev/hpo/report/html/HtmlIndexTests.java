// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.PlainSpace;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlIndexTests {

    private Path folder;

    @BeforeEach
    void place(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void noStudy_isAnEmptyTable() throws IOException {
        assertThat(index()).contains("<h1>0 studies</h1>").doesNotContain("<td>");
    }

    @Test
    void pages_areLinesWithLinksInTheOrderOfTheirFolders() throws IOException {
        write("b #2/run-1", "Second.tune");
        write("a", "First.tune");

        assertThat(index())
                .contains("<h1>2 studies</h1>")
                .containsSubsequence(
                        "<a href=\"a/report.html\">First.tune</a>",
                        "is the best of 20, with a loss of",
                        "<a href=\"b%20%232/run-1/report.html\">Second.tune</a>");
    }

    @Test
    void hostileNames_areTexts() throws IOException {
        write("x\"><script>alert(1)<&", "</script><script>alert(1)</script> \u001b[31m");

        assertThat(index())
                .doesNotContain("<script", "\u001b")
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; \\u001b[31m");
    }

    @Test
    void whatIsNoPageOfOurs_hasNoLine() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/report.html"), "<html>");
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(
                folder.resolve("broken/report.html"),
                "<script type=\"application/json\" id=\"hpo-entry\">{\"na</script>");
        Files.createDirectories(folder.resolve("folder/report.html"));

        assertThat(index()).contains("<h1>0 studies</h1>");
    }

    @Test
    void indexOfSomebodyElse_isNotFree() throws IOException {
        assertThat(HtmlIndex.isFree(folder)).isTrue();
        Files.writeString(folder.resolve("index.html"), index());
        assertThat(HtmlIndex.isFree(folder)).isTrue();
        Files.writeString(folder.resolve("index.html"), "<html><h1>My site</h1></html>");
        assertThat(HtmlIndex.isFree(folder)).isFalse();
    }

    @Test
    void indexesOfTheSamePages_areEqual() throws IOException {
        write("a", "First.tune");
        HtmlIndex before = HtmlIndex.of(folder);

        assertThat(HtmlIndex.of(folder)).isEqualTo(before).hasSameHashCodeAs(before);
        write("b", "Second.tune");
        assertThat(HtmlIndex.of(folder)).isNotEqualTo(before);
    }

    private void write(String place, String name) throws IOException {
        MadeUp study = new MadeUp();
        for (int number = 0; number < 20; number++) {
            study.addUsual(5);
        }
        Path own = Files.createDirectories(folder.resolve(place));
        Files.writeString(
                own.resolve("report.html"),
                Pages.text(study.view(name, "loss", new PlainSpace(List.of())), PageContext.NONE));
    }

    private String index() throws IOException {
        StringWriter text = new StringWriter();
        HtmlIndex.of(folder).write(text);
        return text.toString();
    }
}

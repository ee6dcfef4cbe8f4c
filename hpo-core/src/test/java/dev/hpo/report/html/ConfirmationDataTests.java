// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static dev.hpo.report.html.Pages.data;
import static dev.hpo.report.html.Pages.list;
import static dev.hpo.report.html.Pages.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.StudyView;
import dev.hpo.trial.PathMask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page has of the runs that confirm a search. */
class ConfirmationDataTests {

    @Test
    void runs_areColumns_withFailedOnes_andWhatHasComeOfThem() throws IOException {
        StudyView view = MadeUp.study(30);
        int best = view.searched().orElseThrow().number();

        Map<String, Object> found = object(data(RunAgain.of(view, "diverged")), "confirmation");

        assertThat(found)
                .containsEntry("progress", "8 of 8 runs")
                .containsEntry("done", true)
                .containsEntry("number", List.of(0, 1, 2, 3, 4, 5, 6, 7))
                .containsEntry("of", List.of(best, -1, best, -1, best, -1, best, -1))
                .containsEntry("round", List.of(0, 0, 1, 1, 1, 1, 1, 1))
                .containsEntry("value", Arrays.asList(0.12, 0.44, 0.125, 0.44, null, 0.45, 0.135, 0.46))
                .containsEntry("seed", List.of("900", "901", "902", "903", "904", "905", "906", "907"))
                .containsEntry("duration", Collections.nCopies(8, 700))
                .containsEntry("winner", List.of(0.13, 0.125, 0.135, 2, 1))
                .containsEntry("start", List.of(0.45, 0.44, 0.46, 3, 0))
                .containsEntry("gain", List.of(0.32, 0.31, 0.33));
        assertThat(list(found, "state").get(4)).isEqualTo("failed");
        int reason = (int) list(found, "reason").get(4);
        assertThat(list(found, "texts").get(reason)).isEqualTo("diverged");
    }

    @Test
    void runsThatAreNotDone_haveNoResult() throws IOException {
        Map<String, Object> found = object(data(RunAgain.begun(MadeUp.study(30))), "confirmation");

        assertThat(found)
                .containsEntry("progress", "1 of 8 runs")
                .containsEntry("done", false)
                .doesNotContainKeys("winner", "start", "gain");
    }

    @Test
    void searchThatWasNotConfirmed_hasNoRuns() throws IOException {
        assertThat(data(MadeUp.study(30))).doesNotContainKey("confirmation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</script><script>alert(1)</script>", "\u001b[31mred", "{{data}}", "a\u2028b"})
    void hostileText_isDataAndNothingElse(String text) throws IOException {
        String page = Pages.text(RunAgain.of(MadeUp.study(30), text), PageContext.NONE);

        assertThat(list(object(data(page), "confirmation"), "texts")).anyMatch(text::equals);
        assertThat(page.substring(0, page.indexOf("<script>"))).doesNotContain("alert(1)</script>", "\u001b", "\u2028");
    }

    @Test
    void foldersOfTheMachine_areMasked() throws IOException {
        PathMask mask = PathMask.of(Path.of("/people/me/shop"), Path.of("/people/me"));

        String page = Pages.text(
                RunAgain.of(MadeUp.study(30), "no /people/me/shop/a.csv"),
                new PageContext("", mask, List.of(), Optional.empty()));

        assertThat(list(object(data(page), "confirmation"), "texts")).anyMatch("no ./a.csv"::equals);
    }
}

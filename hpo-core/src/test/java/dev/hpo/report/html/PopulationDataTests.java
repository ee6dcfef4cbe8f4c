// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static dev.hpo.report.html.Pages.data;
import static dev.hpo.report.html.Pages.list;
import static dev.hpo.report.html.Pages.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.report.PopulationView.Segment;
import dev.hpo.report.StudyView;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page has of a population. */
class PopulationDataTests {

    private static final int MEGABYTE = 1_000_000;

    private static String page(StudyView view) throws IOException {
        return Pages.text(view, PageContext.NONE);
    }

    private static Map<String, Object> population(StudyView view) throws IOException {
        return object(data(page(view)), "population");
    }

    @Test
    void members_areColumnsOfSegments() throws IOException {
        Map<String, Object> found = population(MadeUpPopulation.members(4, 3));

        assertThat(found)
                .containsEntry("isPanda", false)
                .containsEntry("progress", "generation 3 of 3")
                .containsEntry("adjustable", List.of(0, 1))
                .containsEntry("allDays", 0);
        assertThat(object(found, "segments"))
                .containsEntry("trial", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
                .containsEntry("member", List.of(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3))
                .containsEntry("generation", List.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2))
                .containsEntry("from", List.of(0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8))
                .containsEntry("to", List.of(4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12));
        assertThat(List.<Object>copyOf(list(object(found, "segments"), "role")))
                .startsWith("start", "start", "start", "start")
                .contains("copy", "stay");
        assertThat(list(object(found, "segments"), "before").subList(0, 4)).isEqualTo(List.of(-1, -1, -1, -1));
        int why = (int) list(object(found, "segments"), "why").get(0);
        assertThat(list(found, "texts").get(why)).isEqualTo("begins");
    }

    @Test
    void schedule_isThatOfTheWinner_besideTheReplays() throws IOException {
        StudyView view = MadeUpPopulation.members(4, 6);
        List<Segment> schedule = view.population().orElseThrow().schedule();

        Map<String, Object> found = population(view);

        assertThat(found).containsEntry("lived", 6);
        assertThat(object(found, "schedule"))
                .containsEntry("trial", schedule.stream().map(Segment::trial).toList())
                .containsEntry("from", List.of(0, 4, 8, 12, 16, 20))
                .containsEntry("to", List.of(4, 8, 12, 16, 20, 24));
        assertThat(object(found, "replays")).containsEntry("planned", 1);
        assertThat(list(found, "replayed"))
                .singleElement()
                .asString()
                .contains("(population: ", "% higher: the population may have been lucky");
    }

    @Test
    void panda_hasItsDays_andAReplayThatFailedHasNoValue() throws IOException {
        StudyView view = MadeUpPopulation.panda(6);

        Map<String, Object> found = population(view);
        Map<String, Object> days = object(found, "days");

        assertThat(found)
                .containsEntry("isPanda", true)
                .containsEntry(
                        "allDays",
                        view.population().orElseThrow().course().days().size());
        assertThat(List.<Object>copyOf(list(days, "event")))
                .startsWith("begun")
                .contains("rolled back", "grown up")
                .endsWith("given up");
        assertThat(list(days, "base").get(0)).isEqualTo(-1);
        assertThat(list(days, "control").subList(0, 2)).isEqualTo(List.of(0, 1));
        assertThat(list(days, "nudge").subList(0, 2)).isEqualTo(List.of(-1, 2));
        assertThat(list(days, "why").get(0)).isEqualTo(-1);
        assertThat(list(object(found, "replays"), "values").get(1)).isNull();
    }

    /** What a segment has gone on with is in the curve of the one before it. */
    @Test
    void curveOfASegment_isItsOwnPart() throws IOException {
        List<?> curves = list(data(page(MadeUpPopulation.members(4, 6))), "curves");

        assertThat(Arrays.asList(curves.get(0), curves.get(22)))
                .allSatisfy(curve -> assertThat((List<?>) curve).hasSize(2 * MadeUpPopulation.STEPS));
        assertThat(((List<?>) curves.get(22)).get(0)).isEqualTo(21);
    }

    @Test
    void nothingIsSaidOfSegments_asIfTheyWereIndependent() throws IOException {
        Map<String, Object> data = data(page(MadeUpPopulation.members(8, 20)));

        assertThat(list(object(data, "importance"), "words"))
                .singleElement()
                .asString()
                .startsWith("what matters cannot be told from segments of trainings");
        assertThat(list(data, "findings")).isEmpty();
        assertThat(list(data, "randomSearch")).isEmpty();
        assertThat(object(data, "study")).doesNotContainKey("start");
    }

    @Test
    void usualStudy_hasNoPopulation() throws IOException {
        assertThat(data(MadeUp.study(3))).doesNotContainKey("population");
    }

    @Test
    void populationWithoutACompleteTrial_hasNoSchedule() throws IOException {
        Map<String, Object> found = population(MadeUpPopulation.failed());

        assertThat(list(object(found, "schedule"), "trial")).isEmpty();
        assertThat(found).containsEntry("lived", 0).doesNotContainKey("replays").containsEntry("replayed", List.of());
    }

    /** Also where not all segments are shown, the winner's are. */
    @Test
    void thousandsOfSegments_areWithinFiveMegabytes() throws IOException {
        StudyView view = MadeUpPopulation.members(16, 800);

        String page = page(view);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5 * MEGABYTE);
        Map<String, Object> data = data(page);
        Map<String, Object> found = object(data, "population");
        assertThat(data).containsEntry("all", 12_800);
        assertThat(list(object(found, "segments"), "trial")).hasSizeBetween(2_500, 10_000);
        assertThat(list(object(found, "schedule"), "trial"))
                .hasSize(view.population().orElseThrow().schedule().size());
        assertThat(Pages.column(data, "number")).hasSameSizeAs(list(object(found, "segments"), "trial"));
    }

    @Test
    void daysOfAPanda_areThoseOfTheTrialsThatAreShown() throws IOException {
        StudyView view = MadeUpPopulation.panda(200);
        List<TrialRecord> trials = ShownTrials.of(view, 150);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = EmbeddedJson.generator(text)) {
            json.writeStartObject();
            new PopulationData(view, view.population().orElseThrow(), trials, PathMask.NONE).write(json);
            json.writeEndObject();
        }

        Map<String, Object> found = object(JSON.std.mapFrom(text.toString()), "population");

        int all = view.population().orElseThrow().course().days().size();
        int lived = view.population().orElseThrow().schedule().size();
        List<Object> shown =
                trials.stream().map(trial -> (Object) trial.number()).toList();
        assertThat(found).containsEntry("allDays", all).containsEntry("lived", lived);
        assertThat(List.<Object>copyOf(list(object(found, "segments"), "trial")))
                .isEqualTo(shown);
        assertThat(list(object(found, "schedule"), "trial")).hasSizeBetween(37, 150);
        assertThat(list(object(found, "days"), "event")).hasSizeBetween(1, all - 1);
        assertThat(List.<Object>copyOf(list(object(found, "days"), "nudge")))
                .allSatisfy(trial ->
                        assertThat(trial.equals(-1) || shown.contains(trial)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "<img src=x onerror=alert(1)>",
                "{{data}} {{scripts}} $1 \\",
                "a\u2028b\u2029c",
                "\u001b[31mred\u001b[0m \u0007 \u009b31m"
            })
    void hostileText_isDataAndNothingElse(String text) throws IOException {
        for (StudyView view : List.of(MadeUpPopulation.members(4, 4, text), MadeUpPopulation.panda(4, text))) {
            String page = page(view);
            String own = page.substring(0, page.indexOf("<script>"));

            assertThat(own)
                    .doesNotContain("alert(1)</script>", "<img", "<!--<script>")
                    .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029]");
            Map<String, Object> data = data(page);
            assertThat(List.<Object>copyOf(list(object(data, "population"), "texts")))
                    .contains("begins" + text);
            assertThat(String.valueOf(data.get("parameters"))).contains("learningRate" + VisibleText.of(text));
        }
    }

    @Test
    void foldersOfTheMachine_areMasked() throws IOException {
        PathMask mask = PathMask.of(Path.of("/people/me/shop"), Path.of("/people/me"));

        String page = Pages.text(
                MadeUpPopulation.members(3, 3, " of /people/me/shop/a.csv"),
                new PageContext("", mask, List.of(), Optional.empty()));

        assertThat(List.<Object>copyOf(list(object(data(page), "population"), "texts")))
                .contains("begins of ./a.csv");
    }
}

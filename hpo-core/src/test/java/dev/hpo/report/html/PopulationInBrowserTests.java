// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.PopulationView.Segment;
import dev.hpo.report.StudyView;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a population, and of a panda, in a real Chromium. The profile {@code browser} runs this. */
@EnabledIfSystemProperty(named = "dev.hpo.browser", matches = "true")
class PopulationInBrowserTests extends InBrowser {

    private static Segment last(StudyView view) {
        List<Segment> schedule = view.population().orElseThrow().schedule();
        return schedule.get(schedule.size() - 1);
    }

    private int count(String selector) throws IOException, InterruptedException {
        return Integer.parseInt(browser.evaluate("document.querySelectorAll('" + selector + "').length"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPlot_isDrawn_andThoseOfIndependentTrialsAreNotThere(boolean isPanda) throws Exception {
        open(isPanda ? MadeUpPopulation.panda(10) : MadeUpPopulation.members(8, 10));
        drawAll();

        for (String plot : List.of("population", "schedule", "history", "timeline")) {
            assertThat(colours("#" + plot)).as(plot).isGreaterThan(10);
        }
        assertThat(count("#schedule .canvas[data-drawn=true]"))
                .as("one for each parameter that may change")
                .isEqualTo(2);
        assertThat(count("#parameters, #parallel, #curves, #contour")).isZero();
        assertThat(text("#importance")).contains("cannot be told from segments");
        assertThat(text("#history .note")).startsWith("Each mark is a segment of a training");
    }

    @Test
    void population_saysWhoWon_andHow() throws Exception {
        StudyView view = MadeUpPopulation.members(8, 10);
        open(view);

        assertThat(text("#population-title")).isEqualTo("Population");
        assertThat(text("#population dl"))
                .contains("generation 10 of 10", "trial " + last(view).trial() + ", member ", "10 segments, 40 steps, ")
                .contains("(population: ", "the population may have been lucky");
        List<String> trials = cells("#schedule", 4);
        assertThat(trials).last().isEqualTo(String.valueOf(last(view).trial()));
        assertThat(cells("#schedule", 0).get(0)).startsWith("1 to ");
        assertThat(cells("#schedule", 5)).first().isEqualTo("begins");
        assertThat(cells("#schedule", 5).stream().skip(1))
                .as("a row begins where something has changed")
                .allMatch(why -> why.contains("copies trial "));
        assertThat(cells("#trials", 1)).as("member").contains("0", "7");
    }

    @Test
    void table_isOfWhoHasCopiedWhom_andIsNarrowed() throws Exception {
        open(MadeUpPopulation.members(8, 10));
        int all = count("#diary tbody tr");

        assertThat(all).isBetween(9, 10);
        assertThat(cells("#diary", 2)).allMatch(why -> why.startsWith("was last: copies trial "));
        browser.evaluate("document.querySelector('#diary input[type=checkbox]').click()");
        assertThat(count("#diary tbody tr"))
                .isEqualTo(count("#diary tbody tr.best"))
                .isLessThan(all);
        browser.evaluate("document.querySelector('#diary input[type=checkbox]').click()");
        String first = cells("#diary", 5).get(0);
        browser.evaluate(
                "const box = document.querySelector('#diary input[type=search]'); box.value = hpo.segment(hpo.trial("
                        + first + ")).why; box.dispatchEvent(new Event('input'))");
        assertThat(cells("#diary", 5)).contains(first).hasSizeLessThan(all);

        browser.evaluate("document.querySelector('#diary tbody tr').focus()");
        browser.press("Enter");
        assertThat(text("#detail-title")).startsWith("Trial " + first + ", ");
        assertThat(text("#detail")).contains("in the population", "member ", "before it", "was last: copies trial ");
    }

    @Test
    void markOfTheWinner_opensItsTrial_withTheWholeCurve() throws Exception {
        StudyView view = MadeUpPopulation.members(8, 10);
        open(view);
        drawAll();
        int winner = last(view).trial();
        double[] place = place("#population", "hpo.best.step", "hpo.best.value");

        browser.drag(place[0], place[1], place[0], place[1]);

        assertThat(text("#detail-title")).isEqualTo("Trial " + winner + ", complete");
        assertThat(browser.evaluate("hpo.wholeCurve(hpo.best).map(([step]) => step).join(' ')"))
                .startsWith("1 2 3 4 5 ")
                .endsWith(" 39 40");
    }

    @Test
    void panda_hasItsDiary_thatIsNarrowedByChildAndOutcome() throws Exception {
        StudyView view = MadeUpPopulation.panda(10);
        open(view);

        assertThat(text("#population-title")).isEqualTo("Panda");
        assertThat(text("#population dl")).contains("child 1, day ", " kept", "1 of 2 trainings");
        int all = view.population().orElseThrow().course().days().size();
        assertThat(cells("#diary", 6))
                .hasSize(all)
                .startsWith("begun")
                .contains("kept", "not kept", "rolled back", "grown up");
        assertThat(text("#diary [role=status]")).startsWith(all + " of " + all + " entries");
        browser.evaluate(
                "const list = document.querySelector('#diary select'); list.selectedIndex = 2; list.dispatchEvent(new Event('change'))");
        assertThat(cells("#diary", 0)).containsOnly("2");
        browser.evaluate(
                "[...document.querySelectorAll('#diary label')].find(label => label.innerText === 'rolled back').querySelector('input').click()");
        assertThat(cells("#diary", 6)).doesNotContain("rolled back").endsWith("given up");
        browser.evaluate(
                "[...document.querySelectorAll('#diary tbody tr')].find(row => row.cells[6].textContent === 'not kept').click()");
        assertThat(text("#detail")).contains("child 2, day ", "nudged", "after it", "not kept: 2.6 % this or that way");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>window.hit = 1</script>",
                "<img src=x onerror='window.hit = 1'>",
                "{a|b} {b0}",
                "</title><b>"
            })
    void hostileText_isShownAndRunsNothing(String text) throws Exception {
        for (StudyView view : List.of(MadeUpPopulation.members(4, 4, text), MadeUpPopulation.panda(4, text))) {
            open(view);
            drawAll();
            browser.evaluate("document.querySelector('#diary tbody tr').click()");

            assertThat(browser.evaluate("window.hit")).isEqualTo("null");
            assertThat(count("img, b, main script")).isZero();
            assertThat(browser.evaluate("document.querySelector('#diary tbody').textContent"))
                    .contains(text);
            assertThat(browser.evaluate("document.querySelector('#schedule h3').textContent"))
                    .isEqualTo("learningRate" + text);
        }
    }

    @Test
    void poorPopulations_sayWhatCanBeSaid() throws Exception {
        open(MadeUpPopulation.failed());
        drawAll();
        assertThat(text("#schedule")).contains("No segment is complete, so there is no schedule.");
        assertThat(text("#diary")).contains("Nobody has copied another member.");
        open(MadeUpPopulation.members(2, 1));
        drawAll();
        assertThat(text("#schedule tbody")).contains("1 to 4");
        open(MadeUpPopulation.panda(1));
        drawAll();
        assertThat(cells("#diary", 6)).containsExactly("begun", "grown up", "begun", "given up");
    }

    @Test
    void thousandsOfSegments_areDrawn() throws Exception {
        open(MadeUpPopulation.members(16, 600));
        drawAll();

        assertThat(colours("#population")).isGreaterThan(10);
        assertThat(text("#population .note")).contains("Some of ");
        assertThat(count("#diary tbody tr")).isEqualTo(200);
        browser.evaluate("document.querySelector('#diary button.more').click()");
        assertThat(count("#diary tbody tr")).isGreaterThan(200);
    }

    @Test
    void paper_hasAllPlots() throws Exception {
        open(MadeUpPopulation.panda(10));
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('main .canvas')].every(canvas => canvas.dataset.drawn === 'true')"))
                .isEqualTo("true");
    }

    @Test
    void lookOfAll_isKept() throws Exception {
        open(MadeUpPopulation.members(8, 20));
        look("population", 2600, 3600);
        open(MadeUpPopulation.panda(15));
        look("panda", 2600, 3600);

        assertThat(PICTURES.resolve("panda-phone.png")).isNotEmptyFile();
    }

    private void look(String name, int height, int ofPhone) throws IOException, InterruptedException {
        for (String light : List.of("light", "dark")) {
            browser.show(1400, height, light.equals("dark"));
            drawAll();
            browser.screenshot(PICTURES.resolve(name + "-" + light + ".png"));
        }
        browser.show(390, ofPhone, false);
        drawAll();
        browser.screenshot(PICTURES.resolve(name + "-phone.png"));
        assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }
}

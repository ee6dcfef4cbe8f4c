// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.space.PlainSpace;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real Chromium: that it draws, that it answers, and that it complains of nothing. The profile {@code browser} runs this. */
@EnabledIfSystemProperty(named = "dev.hpo.browser", matches = "true")
class ReportInBrowserTests extends InBrowser {

    private static final List<String> PLOTS =
            List.of("history", "importance", "parameters", "parallel", "curves", "contour", "timeline");

    private List<String> cells(int column) throws IOException, InterruptedException {
        return cells("#trials", column);
    }

    @Test
    void everyPlot_isDrawn() throws Exception {
        open(MadeUp.study(200));
        drawAll();

        for (String plot : PLOTS) {
            assertThat(colours("#" + plot)).as(plot).isGreaterThan(10);
        }
        assertThat(browser.evaluate("document.querySelectorAll('#parameters .canvas[data-drawn=true]').length"))
                .isEqualTo("6");
        assertThat(text("#verdict")).startsWith("Trial ").contains(" is the best of 200");
    }

    @Test
    void lookOfAll_isKept() throws Exception {
        open(MadeUp.study(200));
        browser.show(1400, 3300, false);
        drawAll();
        browser.screenshot(PICTURES.resolve("light.png"));
        browser.show(1400, 3300, true);
        drawAll();
        browser.screenshot(PICTURES.resolve("dark.png"));
        browser.show(390, 5000, false);
        drawAll();
        browser.screenshot(PICTURES.resolve("phone.png"));

        assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
        assertThat(PICTURES.resolve("light.png")).isNotEmptyFile();
    }

    @Test
    void head_sortsTheTableBothWays() throws Exception {
        open(MadeUp.study(60));

        assertThat(cells(2)).isNotEmpty().startsWith(browser.evaluate("hpo.number(hpo.best.value, 6)"));
        browser.evaluate("document.querySelector('#trials th button').click()");
        assertThat(cells(0)).startsWith("0", "1", "2").hasSize(60);
        browser.evaluate("document.querySelector('#trials th button').click()");
        assertThat(cells(0)).startsWith("59", "58", "57");
        assertThat(browser.evaluate("document.querySelector('#trials th').getAttribute('aria-sort')"))
                .isEqualTo("descending");
    }

    @Test
    void filterAndStates_narrowTheTable() throws Exception {
        open(MadeUp.study(60));

        browser.evaluate(
                "const box = document.getElementById('filter'); box.value = 'optimizer=adam complete'; box.dispatchEvent(new Event('input'))");
        assertThat(cells(1)).containsOnly("complete").hasSizeBetween(5, 40);
        browser.evaluate(
                "[...document.querySelectorAll('#trials .controls input[type=checkbox]')].forEach(one => one.click())");
        assertThat(browser.evaluate("document.querySelectorAll('#trials tbody tr').length"))
                .isEqualTo("0");
        assertThat(text("#trials [role=status]")).startsWith("0 of 60 trials");
    }

    @Test
    void row_opensTheTrialByMouseAndByKey() throws Exception {
        open(MadeUp.study(60));

        browser.evaluate("document.querySelector('#trials tbody tr.best').click()");
        assertThat(text("#detail-title")).isEqualTo("Trial " + browser.evaluate("hpo.study.best") + ", complete");
        assertThat(text("#replay")).isEqualTo("mvn test -Dhpo.replay=" + browser.evaluate("hpo.study.best"));
        assertThat(colours("#detail")).isGreaterThan(10);
        browser.evaluate("document.getElementById('detail').close()");

        browser.evaluate("document.querySelectorAll('#trials tbody tr')[3].focus()");
        browser.press("Enter");
        assertThat(browser.evaluate("document.getElementById('detail').open")).isEqualTo("true");
        assertThat(text("#detail-title")).startsWith("Trial " + cells(0).get(3));
    }

    @Test
    void failedTrial_hasItsTrace() throws Exception {
        open(MadeUp.study(60));

        browser.evaluate("hpo.showTrial(hpo.failed[0])");

        assertThat(text("#detail"))
                .contains("What went wrong", "IllegalStateException: row ", "at com.acme.Net.fit(Net.java:17)");
    }

    @Test
    void markInTheHistory_opensItsTrial_andShowsATip() throws Exception {
        open(MadeUp.study(60));
        drawAll();
        double[] place = place("#history", "hpo.best.number", "hpo.best.value");
        double x = place[0];
        double y = place[1];

        browser.moveTo(x - 40, y);
        browser.moveTo(x, y);
        browser.evaluate(
                "(async () => { while (!document.querySelector('#history .tip')) await new Promise(requestAnimationFrame); })()");
        assertThat(text("#history .tip")).startsWith("trial " + browser.evaluate("hpo.study.best") + ", complete");
        browser.drag(x, y, x, y);
        assertThat(text("#detail-title")).isEqualTo("Trial " + browser.evaluate("hpo.study.best") + ", complete");
    }

    @Test
    void brushOnAnAxis_choosesTheTrialsOfTheTable() throws Exception {
        open(MadeUp.study(60));
        drawAll();
        browser.evaluate("document.querySelector('#parallel .canvas').scrollIntoView({ block: 'center' })");
        String box = browser.evaluate(
                "(() => { const b = document.querySelector('#parallel .canvas').getBoundingClientRect(); return b.left + ' ' + b.top + ' ' + b.height; })()");
        double[] place = Arrays.stream(box.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double axis = place[0] + 40;

        browser.drag(axis, place[1] + 62, axis, place[1] + 62 + (place[2] - 86) / 2);
        browser.evaluate(
                "(async () => { while (hpo.selection.brushed === null) await new Promise(requestAnimationFrame); })()");

        assertThat(text("#trials [role=status]")).contains("those chosen in the parallel coordinates");
        assertThat(browser.evaluate(
                        "hpo.selection.brushed.size > 0 && hpo.selection.brushed.size < hpo.complete.length"))
                .isEqualTo("true");
        assertThat(
                        browser.evaluate(
                                "[...hpo.selection.brushed].every(place => hpo.position(hpo.varied[0], hpo.trials[place]) > 0.45)"))
                .isEqualTo("true");

        String chosen = intervals();
        assertThat(chosen).contains("[[0.");
        browser.show(1400, 900, true);
        drawAll();
        assertThat(intervals()).isEqualTo(chosen);
        assertThat(text("#trials [role=status]")).contains("those chosen in the parallel coordinates");
    }

    /** Returns what is chosen along the first axis of the parallel coordinates, as it is drawn. */
    private String intervals() throws IOException, InterruptedException {
        return browser.evaluate("JSON.stringify(echarts.getInstanceByDom(document.querySelector('#parallel .canvas'))"
                + ".getModel().queryComponents({ mainType: 'parallelAxis' })[0].activeIntervals)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>window.hit = 1</script>",
                "<img src=x onerror='window.hit = 1'>",
                "{{data}}",
                "a\u2028b",
                "{a|b} {b0}",
                "</title><b>"
            })
    void hostileText_isShownAndRunsNothing(String text) throws Exception {
        open(HtmlReportTests.hostile(text));
        drawAll();
        browser.evaluate("hpo.showTrial(hpo.failed[0])");
        browser.evaluate("document.querySelector('#history').append(hpo.trialTip(hpo.failed[0]))");

        assertThat(browser.evaluate("window.hit")).isEqualTo("null");
        assertThat(browser.evaluate("document.querySelectorAll('img, b, main script').length"))
                .isEqualTo("0");
        assertThat(browser.evaluate("document.querySelector('#detail pre').textContent"))
                .isEqualTo(text);
    }

    @Test
    void poorStudies_sayWhatCanBeSaid() throws Exception {
        Configuration none = Configuration.builder().build();
        Outcome broken = new Outcome.Failed(Failure.of(Failure.Kind.NOT_FINITE, "the final value is NaN"));
        PlainSpace empty = new PlainSpace(List.of());
        open(new MadeUp().view());
        assertThat(text("#history")).contains("No trial has begun.");
        open(new MadeUp().add(none, Progress.NONE, broken).view());
        drawAll();
        assertThat(text("#verdict")).contains("No trial is complete");
        open(new MadeUp().add(none, Progress.NONE, Outcome.Complete.of(1)).view("one", "loss", empty));
        drawAll();
        open(MadeUp.study(1));
        drawAll();
        open(new MadeUp()
                .add(new MadeUp().random(), Progress.NONE, Outcome.Complete.of(1))
                .add(new MadeUp().random(), Progress.NONE, Outcome.Complete.of(1))
                .addUsual(1)
                .view());
        drawAll();
        assertThat(colours("#history")).isGreaterThan(10);
    }

    @Test
    void runsThatConfirm_areATable_thatSortsAndOpens() throws Exception {
        open(RunAgain.of(MadeUp.study(60), "<img src=x onerror='window.hit = 1'>"));
        drawAll();

        assertThat(text("#confirmation .note"))
                .startsWith("8 of 8 runs, 1 failed. Those of round 1 have chosen nothing");
        assertThat(text("#confirmation dl"))
                .contains("0.13, mean of 2 runs of 3, 95 % interval 0.125 to 0.135")
                .contains("0.45, mean of 3 runs, 95 % interval 0.44 to 0.46")
                .contains("0.32, 95 % interval 0.31 to 0.33");
        assertThat(cells("#confirmation", 0)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
        browser.evaluate("[...document.querySelectorAll('#confirmation th button')][4].click()");
        assertThat(cells("#confirmation", 0))
                .as("by value, and what has none last")
                .startsWith("0", "2", "6")
                .endsWith("4");
        assertThat(cells("#confirmation", 1))
                .startsWith("trial " + browser.evaluate("hpo.study.best"))
                .contains("start");
        assertThat(cells("#confirmation", 6)).startsWith("900");

        browser.evaluate("[...document.querySelectorAll('#confirmation tbody tr')].at(-1).focus()");
        browser.press("Enter");
        assertThat(text("#detail-title")).matches("Confirm 4 of trial \\d+, failed");
        assertThat(text("#detail")).contains("<img src=x", "at com.acme.Net.fit(Net.java:17)", "learningRate");
        assertThat(text("#replay")).isEqualTo("mvn test -Dhpo.replay=confirm:4");
        assertThat(browser.evaluate("window.hit")).isEqualTo("null");
        browser.evaluate("document.getElementById('detail').close()");
        browser.show(1400, 1500, false);
        browser.evaluate("document.querySelector('#confirmation').scrollIntoView()");
        browser.screenshot(PICTURES.resolve("confirmed.png"));
    }

    @Test
    void tenThousandTrials_areDrawn() throws Exception {
        open(MadeUp.study(10_000));
        drawAll();

        assertThat(browser.evaluate("document.querySelectorAll('#trials tbody tr').length"))
                .isEqualTo("100");
        for (String plot : PLOTS) {
            assertThat(colours("#" + plot)).as(plot).isGreaterThan(10);
        }
    }

    @Test
    void paper_hasAllPlots() throws Exception {
        open(MadeUp.study(60));
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('main .canvas')].every(canvas => canvas.dataset.drawn === 'true')"))
                .isEqualTo("true");
    }
}

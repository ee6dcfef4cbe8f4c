// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.StudyView;
import dev.hpo.trial.PathMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Looks at pages in a real Chromium, which is not to complain of anything; each class of tests in one of its own, as classes run at the same time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {

    static final Path PICTURES = Path.of("target", "pictures");

    Browser browser;

    private Path folder;
    private int seen;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        Path executable = Browser.installed()
                .orElseThrow(() -> new IllegalStateException(
                        "there must be a Chromium for the profile browser; name one in CHROMIUM"));
        browser = Browser.start(executable, Files.createDirectories(folder.resolve("profile")));
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @BeforeEach
    void largeAndLight() throws IOException, InterruptedException {
        browser.show(1400, 900, false);
        seen = browser.complaints().size();
    }

    @AfterEach
    void noComplaint() throws IOException, InterruptedException {
        assertThat(browser.complaints().stream().skip(seen)).isEmpty();
    }

    final void open(StudyView view) throws IOException, InterruptedException {
        Path page = folder.resolve("report.html");
        PageContext context = new PageContext(
                "mvn test -Dhpo.replay={trial}\nor so", PathMask.NONE, List.of(MadeUp.study(40)), Optional.empty());
        Files.writeString(page, Pages.text(view, context));
        browser.open(page);
        assertThat(browser.evaluate("document.documentElement.dataset.ready")).isEqualTo("true");
    }

    /** Scrolls through the page, as plots are drawn when they come into view, and waits until all are. */
    final void drawAll() throws IOException, InterruptedException {
        browser.evaluate("""
                (async () => {
                  for (const canvas of document.querySelectorAll('.canvas')) {
                    canvas.scrollIntoView();
                    while (canvas.dataset.drawn !== 'true') await new Promise(requestAnimationFrame);
                  }
                  scrollTo(0, 0);
                  await new Promise(requestAnimationFrame);
                })()""");
    }

    final String text(String selector) throws IOException, InterruptedException {
        return browser.evaluate("document.querySelector('" + selector + "').innerText");
    }

    /** Returns the texts in a column of the table of a part of the page. */
    final List<String> cells(String part, int column) throws IOException, InterruptedException {
        String all = browser.evaluate("[...document.querySelectorAll('" + part + " tbody tr')].map(row => row.cells["
                + column + "].textContent).join('|')");
        return Arrays.asList(all.split("\\|", -1));
    }

    /** Returns how many different colours a canvas has: a few for one that is empty. */
    final int colours(String canvas) throws IOException, InterruptedException {
        return Integer.parseInt(browser.evaluate("""
                (() => {
                  const canvas = document.querySelector('%s canvas');
                  const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                  return new Set(pixels).size;
                })()""".formatted(canvas)));
    }

    /** Brings a plot into view, and returns where in the window a point of it is, by expressions for its values on both axes. */
    final double[] place(String plot, String x, String y) throws IOException, InterruptedException {
        String place = browser.evaluate("""
                (() => {
                  const canvas = document.querySelector('%s .canvas');
                  canvas.scrollIntoView({ block: 'center' });
                  const box = canvas.getBoundingClientRect();
                  const [x, y] = echarts.getInstanceByDom(canvas).convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [%s, %s]);
                  return (box.left + x) + ' ' + (box.top + y);
                })()""".formatted(plot, x, y));
        return Arrays.stream(place.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.StudyView;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.Progress;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The index over studies, and parameters that are hardly ever there, in a real Chromium. The profile {@code browser} runs this. */
@EnabledIfSystemProperty(named = "dev.hpo.browser", matches = "true")
class RareInBrowserTests {

    private static Path folder;
    private static Browser browser;
    private int seen;

    @BeforeAll
    static void start(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        Path executable = Browser.installed()
                .orElseThrow(() -> new IllegalStateException(
                        "there must be a Chromium for the profile browser; name one in CHROMIUM"));
        browser = Browser.start(executable, Files.createDirectories(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void large() throws IOException, InterruptedException {
        browser.show(1400, 900, false);
        seen = browser.complaints().size();
    }

    @AfterEach
    void noComplaint() throws IOException, InterruptedException {
        assertThat(browser.complaints().stream().skip(seen)).isEmpty();
    }

    @Test
    void index_linksThePagesOfItsStudies_andShowsNamesAsTheyAre() throws Exception {
        Path studies = Files.createDirectories(folder.resolve("studies"));
        String hostile = "<img src=x onerror='window.hit = 1'>";
        write(studies.resolve("a b#1"), new MadeUp().addUsual(5).view("First.tune", "loss", MadeUp.SPACE));
        write(studies.resolve("c"), new MadeUp().addUsual(5).view(hostile, "loss", MadeUp.SPACE));
        Path index = studies.resolve(HtmlIndex.NAME);
        try (Writer target = Files.newBufferedWriter(index)) {
            HtmlIndex.of(studies).write(target);
        }

        browser.open(index);

        assertThat(browser.evaluate("document.querySelector('h1').innerText")).isEqualTo("2 studies");
        assertThat(browser.evaluate(
                        "[...document.querySelectorAll('tbody a')].map(link => link.textContent).join('|')"))
                .isEqualTo("First.tune|" + hostile);
        assertThat(browser.evaluate("window.hit")).isEqualTo("null");
        assertThat(browser.evaluate("document.querySelectorAll('img').length")).isEqualTo("0");
        String link = browser.evaluate("document.querySelector('tbody a').href");
        assertThat(Path.of(URI.create(link)))
                .isEqualTo(studies.resolve("a b#1").resolve(HtmlIndex.PAGE))
                .exists();
    }

    private static void write(Path place, StudyView view) throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve(HtmlIndex.PAGE), Pages.text(view, PageContext.NONE));
    }

    /** All trials but one have another optimizer, so that one value of a parameter of it is all there is. */
    @Test
    void conditionalParameterThatWasSeenOnce_isDrawn() throws Exception {
        MadeUp made = new MadeUp();
        int adam = 0;
        for (int trial = 0; trial < 30; trial++) {
            Configuration configuration = made.random();
            boolean isAdam = isAdam(configuration);
            while (isAdam && adam > 0) {
                configuration = made.random();
                isAdam = isAdam(configuration);
            }
            adam += isAdam ? 1 : 0;
            made.add(configuration, Progress.NONE, Outcome.Complete.of(trial % 7 + 1));
        }
        assertThat(adam).isEqualTo(1);
        Path page = folder.resolve("once.html");
        PageContext context = new PageContext("", PathMask.NONE, List.of(), Optional.empty());
        Files.writeString(page, Pages.text(made.view(), context));

        browser.open(page);
        browser.evaluate("""
                (async () => {
                  for (const canvas of document.querySelectorAll('.canvas')) {
                    canvas.scrollIntoView();
                    while (canvas.dataset.drawn !== 'true') await new Promise(requestAnimationFrame);
                  }
                })()""");

        assertThat(browser.evaluate("document.documentElement.dataset.ready")).isEqualTo("true");
        assertThat(browser.evaluate("document.querySelector('#importance').innerText"))
                .contains("exists in 1 of 30 trials");
        assertThat(browser.evaluate("document.querySelector('#trials').innerText"))
                .contains("optimizer.adam.beta1");
    }

    private static boolean isAdam(Configuration configuration) {
        return configuration.asMap().values().stream().anyMatch("adam"::equals);
    }
}

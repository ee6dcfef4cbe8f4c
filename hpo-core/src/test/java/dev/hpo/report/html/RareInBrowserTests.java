// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.StudyView;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The index over studies, and parameters that are hardly ever there, in a real Chromium. The profile {@code browser} runs this. */
@EnabledIfSystemProperty(named = "dev.hpo.browser", matches = "true")
class RareInBrowserTests extends InBrowser {

    @Test
    void index_linksThePagesOfItsStudies_andShowsNamesAsTheyAre(@TempDir Path studies) throws Exception {
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
        open(made.view());
        drawAll();

        assertThat(text("#importance")).contains("exists in 1 of 30 trials");
        assertThat(text("#trials")).contains("optimizer.adam.beta1");
    }

    private static boolean isAdam(Configuration configuration) {
        return configuration.asMap().values().stream().anyMatch("adam"::equals);
    }
}

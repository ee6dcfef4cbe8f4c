// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import static dev.hpo.report.html.Pages.column;
import static dev.hpo.report.html.Pages.data;
import static dev.hpo.report.html.Pages.list;
import static dev.hpo.report.html.Pages.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.analysis.Analysis;
import dev.hpo.report.StudyView;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTests {

    private static final int MEGABYTE = 1_000_000;

    @Test
    void usualStudy_hasItsTrialsAsColumns() throws IOException {
        Map<String, Object> data = data(MadeUp.study(60));

        assertThat(data).containsEntry("all", 60);
        assertThat(object(data, "study"))
                .containsEntry("name", "DigitsTuning.tune")
                .containsEntry("metric", "validation loss")
                .containsEntry("direction", "MINIMIZE")
                .containsEntry("seed", "8934759834759834")
                .containsEntry("start", 0)
                .containsKey("best");
        assertThat(column(data, "number")).hasSize(60);
        assertThat(List.<Object>copyOf(column(data, "state"))).contains("complete", "pruned", "failed");
        assertThat(column(data, "parameters")).hasSize(7);
        assertThat(list(data, "curves")).hasSize(60);
        assertThat(column(data, "begin").get(0)).isEqualTo(0);
    }

    @Test
    void nothingIsLoaded_andOnlyThePagesOwnScriptsRun() throws Exception {
        String page = Pages.text(MadeUp.study(3), PageContext.NONE);

        assertThat(tags(page))
                .noneMatch(tag -> tag.matches("(?i).*\\s(src|on\\w+|style)=.*|<link.*href=\"(?!data:,).*"));
        assertThat(own(page)).contains("default-src 'none'").doesNotContain("unsafe-inline", "unsafe-eval");
        Matcher scripts =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (scripts.find()) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(own(page)).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
            count++;
        }
        assertThat(count).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "<img src=x onerror=alert(1)>",
                "\"'><svg onload=alert(1)>",
                "javascript:alert(1)",
                "{{data}} {{scripts}} $1 \\",
                "a\u2028b\u2029c",
                "\u001b[31mred\u001b[0m \u0007 \u009b31m",
                "\u202egnp.exe",
                "half \ud83d and \udc00",
                "&lt;script&gt; &amp;",
                "{a|b} {b} {@x}"
            })
    void hostileText_isDataAndNothingElse(String text) throws IOException {
        String page = Pages.text(
                hostile(text), new PageContext(text + "{trial}", PathMask.NONE, List.of(), Optional.empty()));

        assertThat(tags(page)).isEqualTo(tags(Pages.text(hostile("x"), PageContext.NONE)));
        assertThat(own(page)).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029]");
        Map<String, Object> data = data(page);
        String visible = VisibleText.of(text);
        assertThat(object(data, "study")).containsEntry("name", visible).containsEntry("metric", visible);
        assertThat(List.<Object>copyOf(list(data, "texts"))).contains(text);
    }

    /** Names and values of all kinds that come from a user, or from what a user calls. */
    static StudyView hostile(String text) {
        Parameter<String> parameter = Parameter.ofChoice(
                Scope.root().child("name" + text), ChoiceDomain.of(text, "other"), List.of(text, "other"));
        Configuration configuration =
                Configuration.builder().set(parameter, text).build();
        Progress progress = new Progress(
                List.of(new Observation(1, 2.5)), Map.of(text, List.of(new Observation(1, 0.5))), Map.of(text, text));
        return new MadeUp()
                .add(configuration, progress, Outcome.Complete.of(1))
                .add(configuration, progress, new Outcome.Pruned(text))
                .add(configuration, progress, new Outcome.Failed(new Failure(Failure.Kind.EXCEPTION, text, text)))
                .view(text, text, new PlainSpace(List.of(parameter)));
    }

    /** Returns a page without its scripts. */
    private static String own(String page) {
        return page.substring(0, page.indexOf("<script>"));
    }

    /** Returns the tags of a page, as a browser sees them: what is within a script or a style is none. */
    private static List<String> tags(String page) {
        Matcher tag = Pattern.compile("<(script|style)\\b[^>]*>.*?</\\1|<[!/a-zA-Z][^>]*", Pattern.DOTALL)
                .matcher(page);
        List<String> tags = new ArrayList<>();
        while (tag.find()) {
            tags.add(tag.group(1) == null ? tag.group().replaceAll("content=.*", "") : tag.group(1));
        }
        return tags;
    }

    @Test
    void foldersOfTheMachine_areMaskedInTexts() throws IOException {
        PathMask mask = PathMask.of(Path.of("/people/me/shop"), Path.of("/people/me"));
        StudyView view = new MadeUp()
                .add(
                        Configuration.builder().build(),
                        Progress.NONE,
                        MadeUp.exception(
                                "NoSuchFileException: /people/me/shop/data/a.csv, /people/me/.cache/b, /people/meadow"))
                .view();

        String page = Pages.text(
                view,
                new PageContext(
                        "mvn -f /people/me/shop/pom.xml test -Dhpo.directory=/people/me/hpo",
                        mask,
                        List.of(),
                        Optional.empty()));

        assertThat(object(data(page), "study")).containsEntry("replay", "mvn -f ./pom.xml test -Dhpo.directory=~/hpo");
        assertThat(list(data(page), "texts").toString())
                .contains("NoSuchFileException: ./data/a.csv, ~/.cache/b, /people/meadow");
        assertThat(own(page)).doesNotContain("/people/me/");
    }

    @Test
    void studyThatCouldNotBeAnalysed_saysSo() throws IOException {
        StringWriter page = new StringWriter();
        HtmlReport.write(MadeUp.study(40), PageContext.NONE, page);

        Map<String, Object> data = data(page.toString());
        assertThat(list(object(data, "importance"), "words"))
                .singleElement()
                .asString()
                .contains("the trials could not be analysed");
        assertThat(list(data, "findings")).isEmpty();
        assertThat(list(data, "randomSearch")).isEmpty();
        assertThat(Pages.column(data, "number")).hasSize(40);
    }

    @Test
    void noTrial_saysSo() throws IOException {
        String page = Pages.text(new MadeUp().view(), PageContext.NONE);

        assertThat(own(page)).contains("No trial has begun.");
        assertThat(column(data(page), "number")).isEmpty();
    }

    @Test
    void noCompleteTrial_saysSoAndWhy() throws IOException {
        Progress broken = new Progress(
                List.of(new Observation(1, Double.NaN), new Observation(2, Double.NEGATIVE_INFINITY)),
                Map.of(),
                Map.of());
        StudyView view = new MadeUp()
                .add(
                        Configuration.builder().build(),
                        broken,
                        new Outcome.Failed(Failure.of(Failure.Kind.NOT_FINITE, "the final value is NaN")))
                .view();

        String page = Pages.text(view, PageContext.NONE);

        assertThat(own(page)).contains("No trial is complete, so there is no best configuration: 1 failed.");
        assertThat(list(data(page), "curves")).isEqualTo(List.of(List.of(1, "NaN", 2, "-Infinity")));
        assertThat(object(data(page), "study")).doesNotContainKey("best");
    }

    @Test
    void aMillionPoints_areThinned() throws IOException {
        List<Observation> values = IntStream.range(0, 1_000_000)
                .mapToObj(step -> new Observation(step, step == 777_777 ? -5 : 1.0 / (1 + step)))
                .toList();
        StudyView view = new MadeUp()
                .add(
                        Configuration.builder().build(),
                        new Progress(values, Map.of("copy", values), Map.of()),
                        Outcome.Complete.of(1))
                .view();

        String page = Pages.text(view, PageContext.NONE);

        assertThat(page.length()).isLessThan(2 * MEGABYTE);
        List<?> curve = (List<?>) list(data(page), "curves").get(0);
        assertThat(List.<Object>copyOf(curve)).hasSizeLessThan(900).contains(777_777, 999_999);
    }

    @Test
    void tenThousandTrials_areWithinFiveMegabytes() throws IOException {
        String page = Pages.text(MadeUp.study(10_000), PageContext.NONE);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5 * MEGABYTE);
        assertThat(column(data(page), "number")).hasSize(10_000);
    }

    @Test
    void tenThousandLongAndDifferentTraces_areCutToFiveMegabytes() throws IOException {
        MadeUp study = new MadeUp();
        for (int number = 0; number < 10_000; number++) {
            study.add(study.random(), Progress.NONE, MadeUp.exception("row " + number + " of " + "x".repeat(10_000)));
        }

        String page = Pages.text(study.view(), PageContext.NONE);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5 * MEGABYTE);
        assertThat(list(data(page), "texts").get(1))
                .asString()
                .startsWith("row 0 of xxx")
                .contains("(cut: study.json");
    }

    @Test
    void wideTrials_areFewerInFiveMegabytes() throws IOException {
        List<Parameter<Double>> parameters = IntStream.range(0, 900)
                .mapToObj(place ->
                        Parameter.ofDouble(Scope.root().child("weight" + place), RealDomain.of(Scale.LINEAR, 0, 1)))
                .toList();
        SplittableRandom random = new SplittableRandom(7);
        MadeUp study = new MadeUp();
        for (int number = 0; number < 1_200; number++) {
            Configuration.Builder wide = Configuration.builder();
            parameters.forEach(parameter -> wide.set(parameter, random.nextDouble()));
            study.add(wide.build(), Progress.NONE, Outcome.Complete.of(random.nextDouble()));
        }
        StudyView view = study.view("wide", "loss", new PlainSpace(List.copyOf(parameters)));

        StringWriter page = new StringWriter();
        HtmlReport.write(view, PageContext.NONE, page);

        assertThat(page.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(5 * MEGABYTE);
        Map<String, Object> data = data(page.toString());
        assertThat(List.<Object>copyOf(column(data, "number")))
                .hasSizeBetween(100, 600)
                .contains(view.best().orElseThrow().number());
        assertThat(data).containsEntry("all", 1_200);
    }

    @Test
    void moreTrialsThanABrowserLikes_leaveTheLeadingOnes() {
        StudyView view = MadeUp.study(2_000);

        List<Integer> shown =
                ShownTrials.of(view, 400).stream().map(trial -> trial.number()).toList();

        assertThat(shown)
                .hasSizeBetween(300, 400)
                .isSorted()
                .contains(0, view.best().orElseThrow().number())
                .containsAll(ShownTrials.bestSoFar(view))
                .containsAll(ShownTrials.leading(view).stream()
                        .limit(100)
                        .map(trial -> trial.number())
                        .toList());
    }

    @Test
    void moreTrialsThanABrowserLikes_leaveThoseThatWereRunAgain() {
        StudyView all = MadeUp.study(2_000);
        List<Integer> few =
                ShownTrials.of(all, 40).stream().map(trial -> trial.number()).toList();
        List<TrialRecord> last = ShownTrials.leading(all).stream()
                .filter(trial -> !few.contains(trial.number()))
                .skip(500)
                .limit(3)
                .toList();

        StudyView view = RunAgain.taking(all, last);

        assertThat(view.best()).contains(last.get(0));
        assertThat(ShownTrials.of(view, 40)).containsAll(last);
    }

    @Test
    void importance_hasSharesAndWords() throws IOException {
        Map<String, Object> importance = object(data(MadeUp.study(120)), "importance");

        assertThat(list(importance, "words").get(0)).asString().startsWith("learningRate explains ");
        assertThat(list(importance, "parameters").get(0)).asString().startsWith("{name=learningRate, alone=[0.");
        assertThat(list(importance, "untold"))
                .isEqualTo(List.of(Map.of("name", "device", "reason", "has one value only")));
    }

    @Test
    void findingsEffectsAndRandomSearch_areThoseOfTheAnalysis() throws IOException {
        StudyView view = MadeUp.study(120);
        Analysis analysis = Analysis.of(view.space(), view.history(), view.facts());

        Map<String, Object> data = data(view);

        assertThat(list(data, "findings"))
                .hasSameSizeAs(analysis.findings())
                .isNotEmpty()
                .first()
                .asString()
                .endsWith("text=" + analysis.findings().get(0).text() + "}");
        List<?> effect = (List<?>) list(data, "effects").get(0);
        assertThat(effect.size())
                .isEqualTo(4
                        * analysis.effect(view.space().parameters().get(0))
                                .orElseThrow()
                                .points()
                                .size());
        List<?> random = list(data, "randomSearch");
        assertThat(random.get(random.size() - 2)).isEqualTo(119);
        assertThat(((Number) random.get(random.size() - 1)).doubleValue())
                .isCloseTo(analysis.randomSearch(120).orElseThrow(), Percentage.withPercentage(0.01));
    }

    @Test
    void earlierRuns_areImprovements() throws IOException {
        StudyView view = MadeUp.study(120);

        Map<String, Object> data =
                data(Pages.text(view, new PageContext("", PathMask.NONE, List.of(view), Optional.empty())));

        int best = view.best().orElseThrow().number();
        assertThat(list(data, "earlier"))
                .singleElement()
                .asString()
                .startsWith("{run=3, trials=120, improvements=[0, ")
                .contains(", " + best + ", ");
    }

    @Test
    void sameStudy_samePage() throws IOException {
        assertThat(Pages.text(MadeUp.study(50), PageContext.NONE))
                .isEqualTo(Pages.text(MadeUp.study(50), PageContext.NONE));
    }
}

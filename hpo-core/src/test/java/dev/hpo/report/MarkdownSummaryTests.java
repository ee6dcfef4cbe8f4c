// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.failed;
import static dev.hpo.report.Studies.mlp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.analysis.Analysis;
import dev.hpo.report.Studies.Trials;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scope;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownSummaryTests {

    private static final SummaryHints HINTS = new SummaryHints(
            List.of(),
            "mvn test -Dhpo.replay={trial} -Dtest=DigitsTuning#tune\nor run the trial again in the test tree");

    private static final String USUAL = """
### DigitsTuning.tune, run 3: minimize validation loss

Trial 2 is the best of 8, with a validation loss of 0.1237, 72.6 % lower than the start (0.4521), a difference of 0.3284. \
It rests on one run of each, so there is no interval, and the best of many is flattered by luck.

|  | best (trial 2) | start (trial 0) |
|---|---|---|
| validation loss | 0.1237 | 0.4521 |
|  | 72.6 % lower |  |
|  | by 0.3284 |  |
| learningRate | 0.0131 | 0.01 |
| momentum | 0.987 | 0.9 |
| hiddenUnits | 93 | 64 |
| optimizer | adam | sgd |
| optimizer.adam.beta1 | 0.93 | - |
| best step | 1 of 3 | - |
| accuracy | 0.75 | - |
| ant | 2 | - |
| zebra | 1 | - |

- **how sure**: the best value rests on one evaluation, the best of 3; it leads trial 7 by 0.07626; \
how far values vary from run to run is not known, as no configuration was tried twice (a confirmation does that)
- **trials**: 8 in 1 min 12 s: 3 complete, 1 pruned, 3 failed, 1 rejected
- **steps run**: 18, 1 of 7 trials stopped early
- **failed**: 2 exception, 1 not finite
  - 2 x IllegalStateException: row 3 is 0 (trials 4, 5)
  - 1 x the final value is NaN (trial 3)
- **trial 4 again**: <code>mvn test -Dhpo&#46;replay=4 -Dtest=DigitsTuning&#35;tune</code>
- **rejected**: 1 configuration, by Configuration itself; never run
  - 1 x momentum must not be 0.9 with 100 (trial 6)
- **ended**: all 50 trials are done
- **sampler**: scrambled Sobol sequence
- **seed**: 8934759834759834

To run trial 2 again:

    mvn test -Dhpo.replay=2 -Dtest=DigitsTuning#tune

or run the trial again in the test tree
""";

    @Test
    void usualStudy_hasWhatTheSummaryOfTheConsoleHas() {
        assertThat(text(Studies.usual())).isEqualTo(USUAL);
    }

    @Test
    void confirmedStudy_saysWhatItsRunsCameTo_andNothingOfHowSureTheSearchWas() {
        assertThat(text(ConfirmedStudies.confirmed()))
                .contains("""
| validation loss | 0.13 | 0.45 |
|  | 71.1 % lower |  |
|  | by 0.32 |  |
| 95 % interval | 0.125 to 0.135 | 0.44 to 0.46 |
| mean of | 3 runs | 3 runs |
| in the search | 0.1237 | 0.4521 |
""")
                .contains("""
- **confirmed**: the values above rest on 3 runs with fresh seeds each, which have chosen nothing
  - trial 2 was the best of the search, too; the search flattered it by 0.00626 (0.1237 there)
  - the gain over the start is 0.32, 95 % interval 0.31 to 0.33
""")
                .doesNotContain("how sure", "**ties**", "**confirm**", "RUNS OF THE BEST", "NOT CONFIRMED");
    }

    /** As it stands while the run goes on, and after it was killed in that. */
    @Test
    void summaryOfARunThatWasInterrupted_tellsOfThisPartOnly_onceSomethingFollows() {
        StudyRun.End end = new StudyRun.End(Studies.NOON.plusSeconds(1), "JUnit cancelled the run", true);
        StudyRun run = new StudyRun(1, "loss", "grid", Studies.NOON, Optional.of(end));
        String text = text(
                new StudyView(Studies.FACTS, run, Studies.MLP, Studies.usual().history()));
        assertThat(text).contains("\n- **ended**: interrupted after ");

        assertThat(MarkdownSummary.followed(text))
                .contains("\n- **ended**: an earlier part or run, interrupted after ")
                .hasSize(text.length() + "an earlier part or run, ".length());
        String whole = text(Studies.usual());
        assertThat(MarkdownSummary.followed(whole)).isEqualTo(whole);
    }

    @Test
    void tiesOfTheSearch_areNoMatterOnceTheBestIsConfirmed() {
        History tied = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.5))
                .sampled(mlp(0.2, 0.95, 80, null), Outcome.Complete.of(0.1))
                .sampled(mlp(0.3, 0.95, 80, null), Outcome.Complete.of(0.1))
                .history();
        StudyView searched = Studies.view(Studies.MLP, tied);

        assertThat(text(searched)).contains("- **ties**: 2 trials have the best value (trials 1, 2)");
        assertThat(text(searched.with(ConfirmedStudies.confirmed().confirmation())))
                .contains("- **confirmed**: ")
                .doesNotContain("**ties**", "how sure");
    }

    @Test
    void bestThatFailedWhenItWasRunAgain_isSaidAloud_andHowToSeeThat() {
        assertThat(text(ConfirmedStudies.refuted()))
                .contains("\n\n**NOT CONFIRMED: all 2 runs of trial 2, which was chosen, failed.**\n\n")
                .contains("- **confirmed**: no: the best trial of the search is shown, as all 2 runs of trial 2, which"
                        + " was chosen, failed\n")
                .contains("- **how sure**: ")
                .contains("""
- **confirm**: 2 of 4 runs failed: confirm 1 (trial 2), confirm 3 (trial 2)
  - confirm 1 failed: IllegalStateException: not again
- **confirm 1 again**: <code>mvn test -Dhpo&#46;replay=confirm&#58;1 -Dtest=DigitsTuning&#35;tune</code>
""");
    }

    @Test
    void bestThatFailsNowAndThen_isSaidAloud() {
        assertThat(text(ConfirmedStudies.failingNowAndThen()))
                .contains(
                        "**1 OF 3 RUNS OF THE BEST CONFIGURATION FAILED when it was run again; its value is the mean of"
                                + " the others.**\n")
                .contains("- **confirm**: 1 of 6 runs failed: confirm 4 (trial 2)\n");
    }

    @Test
    void whatIsAccepted_andWhatTheRunBeganWith_isSaid() {
        StudyView usual = Studies.usual();
        EarlierStudy earlier = new EarlierStudy("digits, run 2", Direction.MINIMIZE, List.of(), 4);
        StudyFacts facts = new StudyFacts(
                "DigitsTuning.tune", new Aim(Direction.MINIMIZE, Of.LAST), 1, new Budget(50, 1), List.of(earlier));
        StudyRun.Begin shared = new StudyRun.Begin(Studies.NOON, Duration.ZERO, List.of("after 3 trials"), true);
        StudyRun run =
                new StudyRun(3, "validation loss", "random", shared, usual.run().end());
        SummaryHints hints = new SummaryHints(
                List.of(), "", "", List.of("nothing is in digits.properties yet; this is accepted with", "mvn test"));

        assertThat(MarkdownSummary.text(
                        new StudyView(facts, run, usual.space(), usual.history()),
                        Optional.empty(),
                        hints,
                        PathMask.NONE))
                .contains(
                        "- **continued**: after 3 trials\n- **shared**: by several processes, so that it does not repeat")
                .contains("- **earlier**: 0 trials of digits, run 2; 4 left out, outside the present space\n")
                .contains("- **accepted**: nothing is in digits.properties yet; this is accepted with\n  - mvn test\n");
    }

    @Test
    void analysis_saysWhatMatters() {
        Trials trials = new Trials();
        for (int i = 0; i < 40; i++) {
            double rate = Math.pow(10, -4 + i / 10.0);
            trials.sampled(mlp(rate, 0.9 + i % 5 * 0.01, 50 + i, null), Outcome.Complete.of(Math.abs(i - 20)));
        }
        StudyView view = Studies.view(Studies.MLP, trials.history());
        Analysis analysis = Analysis.of(view.space(), view.history(), view.facts());

        assertThat(MarkdownSummary.text(view, Optional.of(analysis), HINTS, PathMask.NONE))
                .contains("- **matters**: ")
                .containsPattern("learningRate explains|hiddenUnits explains");
    }

    @Test
    void nothingComplete_isSaid_andHasNoTable() {
        History history = new Trials()
                .initial(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "IOException: no"))
                .history();

        assertThat(text(Studies.view(Studies.MLP, history)))
                .contains("No trial is complete, so there is no best configuration: 1 failed.")
                .contains("  - 1 x IOException: no (trial 0)")
                .doesNotContain("|", "To run trial");
    }

    @Test
    void foldersOfTheMachine_areNotInTextsOfExceptions() {
        History history = new Trials()
                .initial(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "IOException: /src/app/data.csv"))
                .history();
        PathMask mask = PathMask.of(Path.of("/src/app"), Path.of("/users/ada"));

        assertThat(MarkdownSummary.text(Studies.view(Studies.MLP, history), Optional.empty(), HINTS, mask))
                .contains("  - 1 x IOException: ./data.csv (trial 0)")
                .doesNotContain("/src/app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<!-- ",
                "a | b",
                "a \\| b",
                "`x` ``y",
                "[text](javascript:x)",
                "![](https://example.org/x.png)",
                "https://example.org",
                "www.example.org",
                "@somebody",
                "ada@example.org",
                "mail ada.b+c@example.org now",
                "x:rocket:",
                "see #12 and GH-12",
                "*a* __b__ ~~c~~",
                "$\\frac{1}{2}$",
                ":rocket:",
                "&lt;b&gt;",
                "one\n\n# two\n---\n```\n",
                "\r\n| x |",
                "\u001b]0;x\u0007\u202e",
                "  indented"
            })
    void textsOfUsers_areNoMarkup(String hostile) {
        assertThat(text(hostileStudy(hostile)).lines()).allSatisfy(line -> {
            String bare = line.replaceAll("<code>(?:[^<>`|@\\[\\]*~$\\\\]|&#\\d+;)*</code>", "CODE")
                    .replaceAll("^- \\*\\*[\\w ]+\\*\\*: ", "")
                    .replaceAll("^ *- ", "");
            assertThat(textNodes(line)).noneMatch(text -> text.matches("(?s).*[\\w.+-]@[\\w.-].*"));
            boolean isBlock = line.startsWith("    ") && !line.strip().startsWith("- ");
            boolean isRow =
                    line.startsWith("| ") && bare.chars().filter(c -> c == '|').count() == 4;
            if (!isBlock && !line.startsWith("|---") && !line.startsWith("### ")) {
                assertThat(isRow ? bare.replace("|", "") : bare)
                        .doesNotContainPattern("[<>`|@\\[\\]*~$&#\\\\]|www\\.|://|:\\w+:|[\\p{Cc}\\p{Cf}]");
            }
        });
    }

    /** Where links are looked for: between tags, with characters in place of their numbers. */
    private static List<String> textNodes(String line) {
        return Stream.of(line.split("<[^>]*>"))
                .map(node -> Pattern.compile("&#(\\d+);")
                        .matcher(node)
                        .replaceAll(number ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1))))))
                .toList();
    }

    @Test
    void longText_takesNoDeepStack() {
        String plain = "a, ".repeat(40_000) + "b";

        assertThat(MarkdownText.of(plain)).isEqualTo(plain);
        assertThat(MarkdownText.of(plain + "<")).startsWith("<code>").endsWith("&#60;</code>");
    }

    @Test
    void hostileText_isStillReadable() {
        assertThat(MarkdownText.of("a|b\n<i>")).isEqualTo("<code>a&#124;b&#92;n&#60;i&#62;</code>");
        assertThat(MarkdownText.of("ada@host")).isEqualTo("<code>ada</code><code>&#64;</code><code>host</code>");
        assertThat(MarkdownText.of("@")).isEqualTo("<code>&#64;</code>");
        assertThat(MarkdownText.of("snake_case, 5 % (é)")).isEqualTo("snake_case, 5 % (é)");
    }

    private static StudyView hostileStudy(String hostile) {
        Parameter<Integer> choice =
                Parameter.ofChoice(Scope.root().child(hostile), ChoiceDomain.of(hostile, "b"), List.of(1, 2));
        Configuration one = Configuration.builder().set(choice, 1).build();
        Progress progress =
                new Progress(List.of(), Map.of(hostile, List.of(new Observation(1, 1))), Map.of(hostile, hostile));
        History history = new Trials()
                .add(Origin.of(Origin.Source.SAMPLER), one, progress, Outcome.Complete.of(1))
                .add(Origin.of(Origin.Source.SAMPLER), one, progress, failed(Failure.Kind.EXCEPTION, hostile))
                .history();
        StudyFacts facts = new StudyFacts(hostile, Direction.MINIMIZE, 1, 2, 1);
        return Studies.view(facts, hostile, new PlainSpace(List.of(choice)), history);
    }

    private static String text(StudyView view) {
        return MarkdownSummary.text(view, Optional.empty(), HINTS, PathMask.NONE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTests {

    private static final Parameter<Double> X = MadeStudy.range("x");
    private static final Parameter<Double> IDLE = MadeStudy.range("idle");

    @Test
    void bestAtTheEdgeOfItsRange() {
        Parameter<Double> level = linear("level", 5, 6);
        MadeStudy study = new MadeStudy(1, level, IDLE).complete(100, config -> -config.get(level));
        assertThat(texts(study, Finding.Kind.EDGE))
                .singleElement()
                .asString()
                .matches(
                        "level: the best has (5\\.99\\d*|6), at the upper end of its range \\(5 to 6\\); try larger values");
        MadeStudy other = new MadeStudy(1, level, IDLE).complete(100, config -> config.get(level));
        assertThat(texts(other, Finding.Kind.EDGE)).singleElement().asString().endsWith("try smaller values");
    }

    /** After a confirmation the trial to take need not be the one that the search flattered. */
    @Test
    void edgeIsAskedOfTheTrialToTake() {
        Parameter<Double> level = linear("level", 5, 6);
        MadeStudy study = new MadeStudy(1, level, IDLE).complete(100, config -> -config.get(level));
        Analysis analysis = study.analysis();
        int middle = study.numberOf(config -> Math.abs(config.get(level) - 5.5));
        int next = study.numberOf(config -> Math.abs(config.get(level) - 5.99));

        assertThat(edges(analysis)).singleElement().asString().startsWith("level: the best has ");
        assertThat(edges(analysis.taking(middle))).isEmpty();
        assertThat(edges(analysis.taking(next))).singleElement().asString().startsWith("level: the best has ");
    }

    private static List<String> edges(Analysis analysis) {
        return analysis.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.EDGE)
                .map(Finding::text)
                .toList();
    }

    @Test
    void edgeOfWhatDoesNotMatterAndTheMiddleAreNothingToSay() {
        MadeStudy study = new MadeStudy(2, X, IDLE).complete(100, config -> Math.abs(config.get(X) - 0.5));
        assertThat(texts(study, Finding.Kind.EDGE)).isEmpty();
    }

    @Test
    void goodValuesInOneTenthOfAWideRangeAskForALogarithm() {
        Parameter<Double> rate = linear("rate", 1e-4, 1);
        MadeStudy study =
                new MadeStudy(3, rate, IDLE).complete(300, config -> Math.abs(Math.log(config.get(rate) / 0.02)));
        assertThat(texts(study, Finding.Kind.SCALE))
                .containsExactly("rate: the best 15 trials all lie in the lowest tenth of its range (1e-4 to 1); a"
                        + " logarithmic scale would tell them apart");
        assertThat(texts(study, Finding.Kind.EDGE)).isEmpty();
    }

    @Test
    void goodValuesNearOneAskForALogarithmOfTheDifference() {
        Parameter<Double> momentum = linear("momentum", 0, 0.9999);
        MadeStudy study = new MadeStudy(4, momentum, IDLE)
                .complete(300, config -> Math.abs(Math.log((1 - config.get(momentum)) / 0.02)));
        assertThat(texts(study, Finding.Kind.SCALE))
                .singleElement()
                .asString()
                .endsWith("a logarithmic scale of 1 - x would tell them apart");
    }

    @Test
    void narrowRangeAndALogarithmicOneAskForNothing() {
        Parameter<Double> narrow = linear("narrow", 0.5, 1);
        Parameter<Double> log = Parameter.ofDouble(Scope.root().child("log"), RealDomain.of(Scale.LOG, 1e-4, 1));
        assertThat(texts(new MadeStudy(5, narrow).complete(200, config -> config.get(narrow)), Finding.Kind.SCALE))
                .isEmpty();
        assertThat(texts(new MadeStudy(5, log).complete(200, config -> config.get(log)), Finding.Kind.SCALE))
                .isEmpty();
    }

    @Test
    void leadWithinTheNoiseOfRepeatsIsNone() {
        MadeStudy study = new MadeStudy(6, X, IDLE);
        for (int i = 0; i < 20; i++) {
            Configuration configuration = study.draw();
            for (int repeat = 0; repeat < 3; repeat++) {
                study.complete(configuration, config -> study.random().nextGaussian());
            }
        }
        assertThat(texts(study, Finding.Kind.NOISE))
                .singleElement()
                .asString()
                .contains("too little to tell them apart");
        assertThat(texts(study, Finding.Kind.TIES)).singleElement().asString().contains("cannot be told from the best");
        assertThat(texts(study, Finding.Kind.DUPLICATES))
                .containsExactly("40 of 60 trials repeat a configuration that had been tried before");
    }

    @Test
    void leadBeyondTheNoiseIsOne() {
        MadeStudy study = new MadeStudy(7, X, IDLE);
        for (int i = 0; i < 20; i++) {
            Configuration configuration = study.draw();
            double level = 10.0 * i;
            for (int repeat = 0; repeat < 3; repeat++) {
                study.complete(configuration, config -> level + study.random().nextGaussian());
            }
        }
        assertThat(texts(study, Finding.Kind.NOISE))
                .singleElement()
                .asString()
                .matches(
                        "trial [012] leads trial [345] by \\d+\\.\\d times .*: more than two runs of one configuration usually differ by");
        assertThat(texts(study, Finding.Kind.TIES)).isEmpty();
    }

    /** Samplers try nothing twice: what is known of the noise is known from runs that were made since. */
    @Test
    void leadIsHeldAgainstWhatRunsSinceVaryBy() {
        MadeStudy study = new MadeStudy(6, X, IDLE).complete(20, config -> Math.round(100 * config.get(X)));
        assertThat(texts(study, Finding.Kind.NOISE)).isEmpty();

        assertThat(noise(study, .1))
                .singleElement()
                .asString()
                .matches(
                        "in the search trial \\d+ led trial \\d+ by (\\d+\\.\\d|more than 100) times what one configuration varies by from"
                                + " run to run \\(0\\.\\d+\\): more than two runs of one configuration usually differ by");
        assertThat(noise(study, 100))
                .singleElement()
                .asString()
                .matches(
                        "in the search trial \\d+ led trial \\d+ by 0\\.\\d times what .*: too little to tell them apart");
        assertThat(noise(study, 0))
                .singleElement()
                .asString()
                .matches(
                        "in the search trial \\d+ led trial \\d+ by [\\d.]+, and runs of one configuration do not differ: that is no noise");
        assertThat(noise(study, 1e-9)).singleElement().asString().contains(" by more than 100 times what ");
    }

    /** Returns what is said where two configurations were run three times since, at levels of their own, of which one has no value at times. */
    private static List<String> noise(MadeStudy study, double deviation) {
        MadeStudy again = new MadeStudy(60, X, IDLE);
        for (int level = 0; level < 2; level++) {
            Configuration configuration = again.draw();
            double mean = 1000 * level;
            for (int repeat = 0; repeat < 3; repeat++) {
                again.complete(
                        configuration,
                        config -> mean + deviation * again.random().nextGaussian());
            }
            again.failed(configuration);
        }
        return texts(study.analysis().knowing(again.history()), Finding.Kind.NOISE);
    }

    @Test
    void runsSinceThatAreTooFewTellNoNoise() {
        MadeStudy study = new MadeStudy(6, X, IDLE).complete(20, config -> config.get(X));
        MadeStudy again = new MadeStudy(61, X, IDLE);
        Configuration configuration = again.draw();
        for (int repeat = 0; repeat < 3; repeat++) {
            again.complete(configuration, config -> again.random().nextGaussian());
        }
        assertThat(texts(study.analysis().knowing(again.history()), Finding.Kind.NOISE))
                .isEmpty();
    }

    @Test
    void whatTwoExplainTogetherIsSaidWhereItIsMuch() {
        Parameter<Double> other = MadeStudy.range("other");
        MadeStudy study =
                new MadeStudy(15, X, other, IDLE).complete(200, config -> Math.abs(config.get(X) - config.get(other)));
        assertThat(texts(study, Finding.Kind.INTERACTION))
                .singleElement()
                .asString()
                .matches(
                        "(x and other|other and x) explain another \\d\\d % of the spread together \\(\\d\\d to \\d\\d %\\): the"
                                + " best value of one depends on the other");
        MadeStudy alone = new MadeStudy(16, X, other, IDLE).complete(200, config -> config.get(X) + config.get(other));
        assertThat(texts(alone, Finding.Kind.INTERACTION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void chanceIsNotTakenForWhatTwoExplainTogether(long seed) {
        Parameter<Double> other = MadeStudy.range("other");
        MadeStudy pair = new MadeStudy(seed, X, other);
        pair.complete(60, config -> pair.random().nextGaussian());
        MadeStudy noisy = new MadeStudy(seed, X, other, IDLE);
        noisy.complete(
                60, config -> config.get(X) + config.get(other) + noisy.random().nextGaussian() / 2);
        assertThat(texts(pair, Finding.Kind.INTERACTION)).isEmpty();
        assertThat(texts(noisy, Finding.Kind.INTERACTION)).isEmpty();
    }

    @Test
    void equalValuesTie() {
        MadeStudy study = new MadeStudy(8, X, IDLE).complete(50, config -> Math.floor(5 * config.get(X)));
        assertThat(texts(study, Finding.Kind.TIES))
                .singleElement()
                .asString()
                .matches("\\d+ of 50 complete trials are as good as the best");
        assertThat(texts(study, Finding.Kind.NOISE)).isEmpty();
    }

    @Test
    void bestThatCameEarlySaysThatTheRestBroughtNothing() {
        MadeStudy study = new MadeStudy(9, X, IDLE);
        study.complete(10, config -> config.get(X)).complete(1, config -> -1).complete(29, config -> config.get(X));
        assertThat(texts(study, Finding.Kind.NO_GAIN))
                .containsExactly("the last 29 of 40 trials brought nothing better");
        assertThat(texts(study, Finding.Kind.MORE_BUDGET)).isEmpty();
    }

    @Test
    void bestThatCameLastSaysThatMoreMayHelp() {
        MadeStudy study = new MadeStudy(10, X, IDLE);
        study.complete(39, config -> config.get(X)).complete(1, config -> -1);
        assertThat(texts(study, Finding.Kind.MORE_BUDGET))
                .containsExactly("the last trial of 40 is the best; more trials may well bring a better one");
        assertThat(texts(study, Finding.Kind.NO_GAIN)).isEmpty();
    }

    @Test
    void pruningOfWhatNeverBecameGoodWasWorthIt() {
        MadeStudy study = new MadeStudy(12, X, IDLE);
        for (int i = 0; i < 12; i++) {
            study.complete(i, i, i, i);
            study.stopped(20);
        }
        study.complete(25, 25, 25, 25);
        assertThat(texts(study, Finding.Kind.PRUNING))
                .containsExactly(
                        "pruned trials were spared 75 % of their steps; of 1 complete trial that had been as bad at"
                                + " the same step none ended among the best quarter: it was worth it");
    }

    @Test
    void pruningOfWhatBecomesGoodIsNamed() {
        MadeStudy study = new MadeStudy(13, X, IDLE).maximizing();
        for (int i = 0; i < 12; i++) {
            study.complete(i, i, i, 12 - i);
            study.stopped(3, 3);
        }
        assertThat(texts(study, Finding.Kind.PRUNING))
                .containsExactly(
                        "pruned trials were spared 50 % of their steps; of 4 complete trials that had been as bad at"
                                + " the same step 3 ended among the best quarter: good ones were stopped, so give the pruner a longer"
                                + " warm-up or do without");
    }

    @Test
    void pruningOfWhatNobodyWentOnWithCannotBeJudged() {
        MadeStudy study = new MadeStudy(14, X, IDLE);
        for (int i = 0; i < 12; i++) {
            study.complete(i, i);
        }
        assertThat(texts(study, Finding.Kind.PRUNING)).isEmpty();
        study.stopped(Double.NaN);
        study.stopped(30);
        assertThat(texts(study, Finding.Kind.PRUNING))
                .containsExactly(
                        "pruned trials were spared 50 % of their steps; no complete trial had been as bad, so that"
                                + " nobody knows what they would have come to");
    }

    @Test
    void resultStandsBesideRandomSearch() {
        MadeStudy study = new MadeStudy(11, X, IDLE).complete(100, config -> 1 + config.get(X));
        study.completeWhere(config -> config.get(X) < 1e-3, config -> 1 + config.get(X));
        assertThat(texts(study, Finding.Kind.RANDOM_SEARCH))
                .singleElement()
                .asString()
                .matches(
                        "random search of 101 trials would as likely as not have come to 1\\.\\d+; the best here, .*, is better");
    }

    private static List<String> texts(MadeStudy study, Finding.Kind kind) {
        return texts(study.analysis(), kind);
    }

    private static List<String> texts(Analysis analysis, Finding.Kind kind) {
        return analysis.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::text)
                .toList();
    }

    private static Parameter<Double> linear(String name, double min, double max) {
        return Parameter.ofDouble(Scope.root().child(name), RealDomain.of(Scale.LINEAR, min, max));
    }
}

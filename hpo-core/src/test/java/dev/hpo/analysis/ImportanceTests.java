// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scale;
import dev.hpo.trial.Direction;
import dev.hpo.trial.StudyFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceTests {

    private static final Parameter<Double> STRONG = MadeStudy.range("strong");
    private static final Parameter<Double> WEAK = MadeStudy.range("weak");
    private static final Parameter<Double> IDLE = MadeStudy.range("idle");
    private static final Parameter<String> KIND = MadeStudy.choice("kind", "a", "b");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatMattersMoreComesFirstAndHasTheShareThatItHas(long seed) {
        MadeStudy study = new MadeStudy(seed, IDLE, WEAK, STRONG);
        Importance importance = study.complete(200, config -> 2 * config.get(STRONG) + config.get(WEAK))
                .analysis()
                .importance();
        assertThat(importance.shortage()).isEmpty();
        assertThat(importance.parameters())
                .extracting(ParameterImportance::name)
                .containsExactly("strong", "weak", "idle");
        // The spread of the sum is made of 4 and 1; of its ranks nearly so.
        assertThat(importance.of("strong").orElseThrow().alone().value()).isCloseTo(0.8, within(0.08));
        assertThat(importance.of("weak").orElseThrow().alone().value()).isCloseTo(0.2, within(0.08));
        assertThat(importance.of("idle").orElseThrow().total().value()).isLessThan(0.05);
    }

    @Test
    void tailsAndDirectionMakeNoDifference() {
        MadeStudy study = new MadeStudy(1, IDLE, WEAK, STRONG);
        MadeStudy other = new MadeStudy(1, IDLE, WEAK, STRONG);
        study.complete(100, config -> 2 * config.get(STRONG) + config.get(WEAK));
        other.complete(100, config -> -Math.exp(100 * (2 * config.get(STRONG) + config.get(WEAK))));
        StudyFacts facts = new StudyFacts("other", Direction.MAXIMIZE, 1, Integer.MAX_VALUE, 1);
        assertThat(Analysis.of(other.space(), other.history(), facts)
                        .importance()
                        .parameters())
                .isEqualTo(study.analysis().importance().parameters());
    }

    @Test
    void whatExplainsNothingAloneDoesTogether() {
        MadeStudy study = new MadeStudy(4, IDLE, STRONG, WEAK);
        Importance importance = study.complete(
                        300, config -> (config.get(STRONG) > 0.5) == (config.get(WEAK) > 0.5) ? 1 : 0)
                .analysis()
                .importance();
        ParameterImportance strong = importance.of("strong").orElseThrow();
        assertThat(strong.alone().value()).isLessThan(0.1);
        assertThat(strong.total().value()).isGreaterThan(0.6);
    }

    @Test
    void conditionalOneExplainsWhatItDoesWhereItExists() {
        Parameter<Double> rate = MadeStudy.range("rate", new Condition.Equal(KIND, "a"));
        MadeStudy study = new MadeStudy(5, KIND, rate, IDLE);
        Importance importance = study.complete(300, config -> "a".equals(config.get(KIND)) ? config.get(rate) : 0.5)
                .analysis()
                .importance();
        // All there is to explain is where it exists.
        assertThat(importance.of("rate").orElseThrow().alone().value()).isGreaterThan(0.75);
        assertThat(importance.of("kind").orElseThrow().alone().value()).isLessThan(0.1);
    }

    @Test
    void adaptiveTrialsSayTheSameAsRandomOnes() {
        MadeStudy study = new MadeStudy(6, IDLE, WEAK, STRONG);
        study.complete(40, config -> 2 * config.get(STRONG) + config.get(WEAK));
        int kept = 0;
        while (kept < 160) {
            Configuration configuration = study.draw();
            if (configuration.get(STRONG) < 0.15) {
                study.complete(configuration, config -> 2 * config.get(STRONG) + config.get(WEAK));
                kept++;
            }
        }
        Importance importance = study.analysis().importance();
        assertThat(importance.of("strong").orElseThrow().alone().value()).isGreaterThan(0.6);
        assertThat(importance.of("weak").orElseThrow().alone().value()).isLessThan(0.35);
    }

    @Test
    void prunedTrialsShowWhatMakesThemHopeless() {
        MadeStudy study = new MadeStudy(7, IDLE, STRONG);
        for (int i = 0; i < 100; i++) {
            Configuration configuration = study.draw();
            if (configuration.get(STRONG) > 0.4) {
                study.pruned(configuration, configuration.get(STRONG));
            } else {
                study.complete(configuration, config -> 0.1);
            }
        }
        Importance importance = study.analysis().importance();
        assertThat(importance.trials()).isEqualTo(100);
        assertThat(importance.of("strong").orElseThrow().alone().value()).isGreaterThan(0.7);
    }

    @Test
    void saysWhatCanBeSaidOfFewTrials() {
        MadeStudy study = new MadeStudy(8, STRONG);
        assertThat(study.analysis().importance().words())
                .containsExactly("no trial is complete, so nothing can be said of what matters");
        study.failed(study.draw());
        study.complete(1, config -> config.get(STRONG));
        assertThat(study.analysis().importance().words())
                .containsExactly(
                        "too few trials to say what matters: 1 with a value, 1 of them complete; it takes 10 and 5");
    }

    @Test
    void saysThatAllValuesAreEqual() {
        MadeStudy study = new MadeStudy(9, STRONG, WEAK).complete(30, config -> 0.25);
        assertThat(study.analysis().importance().words())
                .containsExactly("all 30 values are equal, so nothing tells what matters");
    }

    @Test
    void saysOfWhichHyperparametersNothingIsKnown() {
        Parameter<Long> constant = MadeStudy.whole("constant", Scale.LINEAR, 7, 7);
        Parameter<Double> rare = MadeStudy.range("rare", new Condition.Equal(KIND, "b"));
        MadeStudy study = new MadeStudy(10, KIND, rare, STRONG, constant);
        while (study.history().size() < 20) {
            Configuration configuration = study.draw();
            boolean isFirst = study.history().size() == 0;
            if (isFirst == "b".equals(configuration.get(KIND))) {
                study.complete(configuration, config -> config.get(STRONG));
            }
        }
        Importance importance = study.analysis().importance();
        assertThat(importance.untold())
                .extracting(one -> one.parameter().name() + " " + one.reason())
                .containsExactly("rare exists in 1 of 20 trials", "constant has one value only");
        assertThat(importance.parameters().get(0).name()).isEqualTo("strong");
    }

    @Test
    void onlyOneThatVariesExplainsAll() {
        MadeStudy study = new MadeStudy(11, STRONG).complete(20, config -> config.get(STRONG));
        ParameterImportance only = study.analysis().importance().parameters().get(0);
        assertThat(only.alone().value()).isCloseTo(1, within(1e-9));
        assertThat(only.total().value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void sameConfigurationEachTimeTellsNothing() {
        MadeStudy study = new MadeStudy(12, STRONG, WEAK);
        Configuration configuration = study.draw();
        for (int i = 0; i < 20; i++) {
            double noise = i;
            study.complete(configuration, config -> noise);
        }
        assertThat(study.analysis().importance().words())
                .containsExactly("no hyperparameter has varied enough to say what matters");
    }

    @Test
    void wordsNameWhatMattersAndWhatDoesNot() {
        MadeStudy study = new MadeStudy(13, IDLE, STRONG, KIND);
        Importance importance =
                study.complete(200, config -> config.get(STRONG)).analysis().importance();
        assertThat(importance.words()).hasSize(2);
        assertThat(importance.words().get(0))
                .matches("strong explains (9\\d|100) % of the spread \\(9\\d to (9\\d|100) %\\)");
        assertThat(importance.words().get(1))
                .contains("no need to tune")
                .contains("idle")
                .contains("kind");
    }
}

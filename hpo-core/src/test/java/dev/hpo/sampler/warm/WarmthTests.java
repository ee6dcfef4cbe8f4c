// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Encoding;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures behind the bounds are means over 40 seeds. */
class WarmthTests {

    private static final int SEEDS = 40;
    private static final int RESULTS = 40;

    @Test
    void withoutEarlierStudies_thereIsNothing() {
        Warmth warmth = warmth(Landscape.history(5, 1, Landscape::loss), List.of());
        assertThat(warmth.isCold()).isTrue();
        assertThat(warmth.score(new double[6])).isZero();
    }

    @Test
    void sameProblem_isTrustedFromTheBeginning_andLessAndLessNeeded() {
        double[] means = meanWeights(Landscape::loss, 0, 5, 10, 20, 50, 200);
        assertThat(means[0]).isCloseTo(0.5, within(1e-9));
        assertThat(means[1]).isGreaterThan(0.25);
        assertThat(means[2]).isGreaterThan(0.25);
        assertThat(means[3]).isLessThan(means[2]).isGreaterThan(0.15);
        assertThat(means[4]).isLessThan(means[3]).isGreaterThan(0.05);
        assertThat(means[5]).isLessThan(means[4]);
    }

    @Test
    void shiftedAndStretchedValues_countAsTheSame() {
        assertThat(weight(7, 12, configuration -> 1e6 * Math.exp(Landscape.loss(configuration)) - 3))
                .isEqualTo(weight(7, 12, Landscape::loss))
                .isPositive();
    }

    @Test
    void invertedStudy_isNoticedAfterThreeTrials() {
        double[] means = meanWeights(configuration -> -Landscape.loss(configuration), 2, 3, 4, 6, 20);
        assertThat(means[0]).isLessThan(0.2);
        assertThat(means[1]).isLessThan(0.1);
        assertThat(means[2]).isLessThan(0.05);
        assertThat(means[3]).isLessThan(0.01);
        assertThat(means[4]).isZero();
    }

    @Test
    void irrelevantStudy_countsForNextToNothing() {
        double[] means = meanWeights(Landscape.noise(3), 5, 10, 20, 50);
        assertThat(means[0]).isLessThan(0.15);
        assertThat(means[1]).isLessThan(0.06);
        assertThat(means[2]).isLessThan(0.03);
        assertThat(means[3]).isLessThan(0.01);
    }

    @Test
    void studyWhoseOptimumLiesElsewhere_losesAgainstTheNewTrials() {
        double[] moved = meanWeights(Landscape::moved, 10, 50);
        assertThat(moved[0]).isLessThan(0.1);
        assertThat(moved[1]).isLessThan(0.02);
    }

    @Test
    void goodStudyAmongBadOnes_isPickedOut() {
        List<EarlierStudy> studies = List.of(
                Landscape.study("inverted", RESULTS, 1, configuration -> -Landscape.loss(configuration)),
                Landscape.study("good", RESULTS, 2, Landscape::loss),
                Landscape.study("noise", RESULTS, 3, Landscape.noise(4)));
        Warmth warmth = warmth(Landscape.history(12, 5, Landscape::loss), studies);
        assertThat(warmth.sources())
                .extracting(source -> source.study().name())
                .contains("good")
                .doesNotContain("inverted");
        Source good = warmth.sources().stream()
                .filter(source -> source.study().name().equals("good"))
                .findFirst()
                .orElseThrow();
        assertThat(good.weight()).isGreaterThan(0.75 * warmth.weight());
        assertThat(warmth.weight()).isLessThanOrEqualTo(1);
    }

    @Test
    void ofVeryManyStudies_theLatestCount() {
        List<EarlierStudy> studies = IntStream.range(0, 40)
                .mapToObj(run -> Landscape.study("run " + run, 10, run, Landscape::loss))
                .toList();
        assertThat(warmth(History.empty(), studies).sources())
                .extracting(source -> source.study().name())
                .containsExactlyElementsOf(
                        IntStream.range(24, 40).mapToObj(run -> "run " + run).toList());
    }

    @Test
    void studiesOfAFewResults_takeNoPlaceOfLongerOnes_butAreHeardWhereThereIsRoom() {
        List<EarlierStudy> studies = new ArrayList<>();
        for (int run = 0; run < 16; run++) {
            studies.add(Landscape.study("whole " + run, 10, run, Landscape::loss));
        }
        EarlierStudy brokenOff = Landscape.study("broken off", 3, 16, Landscape::loss);
        List<Configuration> without = warmth(History.empty(), studies).first();
        studies.add(brokenOff);
        Warmth full = warmth(History.empty(), studies);
        assertThat(full.sources()).hasSize(16);
        assertThat(full.first()).isEqualTo(without).doesNotContain(best(brokenOff));
        assertThat(warmth(History.empty(), List.of(brokenOff)).first()).contains(best(brokenOff));
    }

    @Test
    void firstChoices_areThoseOfAWholeStudyBeforeThoseOfLaterOnesThatWereBrokenOff() {
        EarlierStudy whole = Landscape.study("whole", RESULTS, 1, Landscape::loss);
        List<EarlierStudy> studies = new ArrayList<>(List.of(whole));
        for (int run = 2; run < 5; run++) {
            studies.add(Landscape.study("broken off " + run, 3, run, Landscape::loss));
        }
        assertThat(warmth(History.empty(), studies).first())
                .isEqualTo(warmth(History.empty(), List.of(whole)).first());
        EarlierStudy four = Landscape.study("four", 4, 1, configuration -> 1);
        EarlierStudy same = new EarlierStudy(
                "same",
                Direction.MINIMIZE,
                List.of(
                        four.results().get(0),
                        four.results().get(0),
                        four.results().get(0),
                        four.results().get(0)),
                0);
        assertThat(warmth(History.empty(), List.of(same, studies.get(1))).first())
                .startsWith(four.results().get(0).configuration(), best(studies.get(1)));
    }

    @Test
    void firstChoices_areTheBestOfEachStudyAndDifferent() {
        List<EarlierStudy> studies = List.of(
                Landscape.study("old", RESULTS, 1, Landscape::loss),
                Landscape.study("young", RESULTS, 2, Landscape::moved));
        List<Configuration> first = warmth(History.empty(), studies).first();
        assertThat(first).hasSize(3).doesNotHaveDuplicates().startsWith(best(studies.get(1)), best(studies.get(0)));
        assertThat(warmth(History.empty(), studies, 20).first()).hasSize(2);
        assertThat(warmth(History.empty(), List.of(studies.get(0), studies.get(0)))
                        .first())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void firstChoices_areNeverWhatIsRunningOrDone_andEndWhenTheStudyProvesToBeBad() {
        EarlierStudy study = Landscape.study("old", RESULTS, 1, Landscape::loss);
        List<Configuration> first = warmth(History.empty(), List.of(study)).first();
        History one = Landscape.running(History.empty(), first.get(0));
        assertThat(warmth(one, List.of(study)).first()).isEqualTo(first.subList(1, 3));
        History three = Landscape.with(Landscape.running(one, first.get(2)), first.get(1), 0.5);
        assertThat(warmth(three, List.of(study)).first()).isEmpty();

        History bad = Landscape.history(5, 3, configuration -> -Landscape.loss(configuration));
        assertThat(warmth(bad, List.of(study)).first()).isEmpty();
    }

    @Test
    void studyOfOneResult_givesThatAndNoPredictions() {
        Warmth warmth = warmth(History.empty(), List.of(Landscape.study("tiny", 1, 1, Landscape::loss)));
        assertThat(warmth.first()).hasSize(1);
        assertThat(warmth.sources()).isEmpty();
        assertThat(warmth(History.empty(), List.of(Landscape.study("empty", 0, 1, Landscape::loss)))
                        .isCold())
                .isTrue();
    }

    @Test
    void equalValues_areNoReasonToFail() {
        EarlierStudy flat = Landscape.study("flat", RESULTS, 1, configuration -> 1);
        Warmth warmth = warmth(Landscape.history(9, 2, configuration -> 2), List.of(flat));
        assertThat(warmth.score(Encoding.of(Landscape.SPACE).draw(SplitMix.of(1))))
                .isZero();
    }

    @Test
    void largeValues_areBetterWhenMaximizing() {
        EarlierStudy low = Landscape.study("s", RESULTS, 1, Landscape::loss);
        EarlierStudy high = new EarlierStudy(
                "s",
                Direction.MAXIMIZE,
                low.results().stream()
                        .map(result -> new EarlierStudy.Result(result.configuration(), -result.value()))
                        .toList(),
                0);
        Warmth minimized = warmth(Landscape.history(8, 2, Landscape::loss), List.of(low));
        Warmth maximized = new Warmth.Cache()
                .of(
                        Landscape.SPACE,
                        Landscape.history(8, 2, configuration -> -Landscape.loss(configuration)),
                        new StudyFacts("study", Direction.MAXIMIZE, 1, 50, 1).withEarlier(List.of(high)));
        assertThat(maximized.first()).isEqualTo(minimized.first());
        assertThat(maximized.weight()).isEqualTo(minimized.weight()).isPositive();
    }

    @Test
    void answers_doNotDependOnWhatWasAskedBefore() {
        StudyFacts facts = facts(
                List.of(
                        Landscape.study("one", 500, 1, Landscape::loss),
                        Landscape.study("two", RESULTS, 2, Landscape::moved)),
                50);
        Warmth.Cache lasting = new Warmth.Cache();
        double[] point = Encoding.of(Landscape.SPACE).draw(SplitMix.of(9));
        for (int size = 0; size < 90; size += 10) {
            History history = Landscape.history(size, 3, Landscape::loss);
            Warmth old = lasting.of(Landscape.SPACE, history, facts);
            Warmth fresh = new Warmth.Cache().of(Landscape.SPACE, history, facts);
            assertThat(old.first()).isEqualTo(fresh.first());
            assertThat(old.score(point)).isEqualTo(fresh.score(point));
        }
    }

    /** A simple searcher: what is to be tried first, else the best looking of 20 random points. */
    @Test
    void searcherGainsByAGoodStudyAndLosesLittleByAnInvertedOne() {
        double cold = 0;
        double coldLess = 0;
        double warm = 0;
        double inverted = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            cold += Math.log(search(seed, 20, List.of()));
            coldLess += Math.log(search(seed, 16, List.of()));
            warm += Math.log(search(seed, 20, List.of(Landscape.study("s", RESULTS, seed, Landscape::loss))));
            inverted += Math.log(search(
                    seed,
                    20,
                    List.of(Landscape.study("s", RESULTS, seed, configuration -> -Landscape.loss(configuration)))));
        }
        assertThat(warm / SEEDS).isLessThan(cold / SEEDS - 0.7);
        // What it takes to notice: three to four trials.
        assertThat(inverted / SEEDS).isLessThan(coldLess / SEEDS + 0.05);
    }

    private static double search(long seed, int trials, List<EarlierStudy> earlier) {
        RandomGenerator random = SplitMix.of(seed, 4);
        Warmth.Cache cache = new Warmth.Cache();
        Encoding encoding = Encoding.of(Landscape.SPACE);
        StudyFacts facts = facts(earlier, 50);
        History history = History.empty();
        for (int i = 0; i < trials; i++) {
            Warmth warmth = cache.of(Landscape.SPACE, history, facts);
            Configuration next = warmth.first().isEmpty()
                    ? Landscape.draw(random)
                    : warmth.first().get(0);
            for (int j = 1; j < 20 && warmth.first().isEmpty(); j++) {
                Configuration other = Landscape.draw(random);
                next = warmth.score(encoding.encode(other)) < warmth.score(encoding.encode(next)) ? other : next;
            }
            history = Landscape.with(history, next, Landscape.loss(next));
        }
        return history.best(Direction.MINIMIZE).orElseThrow().value().orElseThrow();
    }

    private static double[] meanWeights(ToDoubleFunction<Configuration> earlier, int... sizes) {
        return IntStream.of(sizes)
                .mapToDouble(size -> IntStream.range(0, SEEDS)
                        .mapToDouble(seed -> weight(seed, size, earlier))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double weight(long seed, int size, ToDoubleFunction<Configuration> earlier) {
        EarlierStudy study = Landscape.study("study", RESULTS, seed, earlier);
        return warmth(Landscape.history(size, seed, Landscape::loss), List.of(study))
                .weight();
    }

    private static Configuration best(EarlierStudy study) {
        List<EarlierStudy.Result> sorted = new ArrayList<>(study.results());
        sorted.sort((left, right) -> Double.compare(left.value(), right.value()));
        return sorted.get(0).configuration();
    }

    private static Warmth warmth(History history, List<EarlierStudy> earlier) {
        return warmth(history, earlier, 50);
    }

    private static Warmth warmth(History history, List<EarlierStudy> earlier, int trials) {
        return new Warmth.Cache().of(Landscape.SPACE, history, facts(earlier, trials));
    }

    private static StudyFacts facts(List<EarlierStudy> earlier, int trials) {
        return new StudyFacts("study", Direction.MINIMIZE, 1, trials, 1).withEarlier(earlier);
    }
}

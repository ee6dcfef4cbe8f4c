// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A population of one: what is compared, kept, rolled back and begun anew. */
@Timeout(60)
class PandaTests {

    private static final PopulationPlan SIX = plan(6, 4, "rate");

    private final Pandas pandas = new Pandas();
    private final List<String> diary = pandas.diary;

    @Test
    void nudgeAndControl_setOutFromOneCheckpointWithOneSeed() throws Exception {
        Segments segments = raised(SIX, PandaTests::rate);

        assertThat(segments.all()).hasSize(11);
        for (Entry nudge : of(segments, Kind.NUDGE)) {
            Entry control = segments.all().get(nudge.number() - 1);
            assertThat(control.segment().kind()).isEqualTo(Kind.CONTROL);
            assertThat(control.trial().start().seed())
                    .isEqualTo(nudge.trial().start().seed());
            assertThat(segments.before(control)).isEqualTo(segments.before(nudge));
            assertThat(control.trial().configuration())
                    .isEqualTo(segments.before(control).orElseThrow().trial().configuration());
            assertThat(rate(nudge.trial())).isNotEqualTo(rate(control.trial()));
        }
        assertThat(of(segments, Kind.CONTROL).stream()
                        .map(entry -> entry.trial().start().seed())
                        .distinct())
                .hasSize(5);
    }

    /** The larger the rate, the better: the first nudge, down, is not kept, all others are. */
    @Test
    void nudgeThatHelps_isKept_andDoneAgain() throws Exception {
        Segments segments = raised(SIX, PandaTests::rate);

        assertThat(diary.get(1)).contains("rate 0.1 -> 0.08", "not kept: ", "worse");
        assertThat(diary.get(2)).contains("rate 0.1 -> 0.125", "kept: ", "better, noise ");
        assertThat(rate(best(segments).trial())).isEqualTo(0.1 * Math.pow(1.25, 4), within(1e-12));
        assertThat(diary)
                .last()
                .asString()
                .contains("child 1: grown up with", "trial " + best(segments).number());
    }

    /** The rate makes no difference: the nudge goes farther each time, down to the fourth part, and then the other way. */
    @Test
    void nudgeThatMakesNoDifference_goesFarther() throws Exception {
        raised(plan(8, 1, "rate"), trial -> 1);

        assertThat(diary.subList(1, 7))
                .extracting(line -> line.replaceAll("[^;]*-> ([^;]+);.*", "$1"))
                .containsExactly("0.08", "0.064", "0.041", "0.025", "0.125", "0.156");
        assertThat(diary.subList(1, 7)).allSatisfy(line -> assertThat(line).contains("not kept: no difference"));
    }

    /** Both segments of the third day diverge, twice: the second time the child goes back a day more, and then all is well. */
    @Test
    void daysThatDiverge_areRolledBack_atLastToADayBefore() throws Exception {
        List<Integer> diverged = new ArrayList<>();
        Segments segments = raised(SIX, trial -> {
            if (SIX.end(trial) == 3 * 4 && diverged.size() < 4) {
                diverged.add(trial.number());
                return Double.NaN;
            }
            return rate(trial);
        });

        assertThat(diverged).containsExactly(3, 4, 5, 6);
        assertThat(diary)
                .filteredOn(line -> line.contains("both rolled back: both diverged"))
                .hasSize(2);
        Entry afterOnce = segments.all().get(5);
        Entry afterTwice = segments.all().get(7);
        assertThat(afterOnce.segment().generation()).isEqualTo(2);
        assertThat(afterOnce.segment().place().round()).isEqualTo(1);
        assertThat(segments.before(afterOnce))
                .isEqualTo(segments.before(segments.all().get(3)));
        assertThat(afterTwice.segment().generation()).isEqualTo(1);
        assertThat(segments.before(afterTwice).orElseThrow().number()).isZero();
    }

    /** Where days have changed nothing, as on a plateau of a rounded metric, the smallest dip is no fall. */
    @Test
    void dipOnAPlateau_isNotRolledBack() throws Exception {
        raised(SIX, trial -> SIX.end(trial) == 5 * 4 ? -.001 : 0);

        assertThat(diary).isNotEmpty().noneMatch(line -> line.contains("rolled back"));
    }

    @Test
    void curveThatBecomesWorse_isRolledBack() throws Exception {
        Segments segments = raised(SIX, trial -> SIX.end(trial) == 5 * 4 && trial.number() < 9 ? -300 : 1);

        assertThat(diary)
                .filteredOn(line -> line.contains("both made the curve worse"))
                .hasSize(1);
        assertThat(segments.before(segments.all().get(9)))
                .isEqualTo(segments.before(segments.all().get(7)));
    }

    /** The first child diverges on its second day for good: it is given up, and the next begins elsewhere with what is left. */
    @Test
    void childWhosePatienceIsAtItsEnd_isFollowedByAFreshOne() throws Exception {
        PopulationPlan plan = SIX.withPanda(PandaRules.USUAL.withChildren(2));
        Segments segments = raised(plan, trial -> trial.number() > 0 && trial.number() <= 6 ? Double.NaN : rate(trial));

        assertThat(diary).anySatisfy(line -> assertThat(line).contains("child 1: given up with"));
        Entry fresh = segments.all().get(7);
        assertThat(fresh.segment().kind()).isEqualTo(Kind.START);
        assertThat(fresh.segment().member()).isEqualTo(1);
        assertThat(fresh.trial().isFork()).isFalse();
        assertThat(fresh.trial().configuration())
                .isNotEqualTo(segments.all().get(0).trial().configuration());
        assertThat(segments.all()).hasSizeLessThanOrEqualTo(plan.trials());
        assertThat(diary).last().asString().contains("child 2: grown up");
    }

    @Test
    void childThatFailsAtOnce_isFollowedByAFreshOne_whileThereAreSegments() throws Exception {
        PopulationPlan plan = SIX.withPanda(PandaRules.USUAL.withChildren(2));
        raised(plan, trial -> trial.number() < 4 ? Double.NaN : 1);

        assertThat(diary.subList(0, 8))
                .extracting(line -> line.replaceAll("[,:].*", ""))
                .containsExactly(
                        "child 1", "child 1", "child 2", "child 2", "child 3", "child 3", "child 4", "child 4");
        assertThat(diary).last().asString().contains("child 5: grown up");
    }

    @Test
    void humanIsHeard_once() throws Exception {
        PopulationPlan plan =
                SIX.withPanda(PandaRules.USUAL.withNudge(Nudge.parse("rate=0.7").from(4)));
        Segments segments = raised(plan, PandaTests::rate);

        assertThat(of(segments, Kind.NUDGE))
                .filteredOn(entry -> rate(entry.trial()) == 0.7)
                .first()
                .satisfies(entry -> {
                    assertThat(entry.number()).isEqualTo(4);
                    assertThat(entry.segment().why()).contains("as was wanted: rate=0.7");
                });
        assertThat(of(segments, Kind.NUDGE))
                .filteredOn(entry -> entry.segment().why().contains("as was wanted"))
                .hasSize(1);
    }

    @Test
    void winnersSchedule_isWhatItHasLivedThrough() throws Exception {
        PopulationPlan plan = plan(4, 5, "rate");
        History history = history(plan, PandaTests::rate);
        WinnersSchedule schedule =
                WinnersSchedule.of(plan, history, Direction.MINIMIZE).orElseThrow();

        assertThat(schedule.rows()).extracting(WinnersSchedule.Row::from).containsExactly(0L, 5L, 10L, 15L);
        assertThat(schedule.rows()).extracting(WinnersSchedule.Row::to).containsExactly(5L, 10L, 15L, 20L);
        assertThat(schedule.rows()).extracting(WinnersSchedule.Row::trial).containsExactly(0, 1, 4, 6);
        assertThat(schedule.at(0)).isEqualTo(schedule.rows().get(0).configuration());
        assertThat(schedule.at(10)).isEqualTo(schedule.rows().get(1).configuration());
        assertThat(schedule.at(11)).isEqualTo(schedule.rows().get(2).configuration());
        assertThat(schedule.at(99)).isEqualTo(schedule.rows().get(3).configuration());
        assertThat(schedule.winner()).isEqualTo(6);
        assertThat(schedule.steps()).isEqualTo(20);
        assertThat(schedule.value())
                .isEqualTo(
                        history.best(Direction.MINIMIZE).orElseThrow().value().orElseThrow());
    }

    /** With one report a day nothing is known of the noise at first, and nothing is kept that could be luck. */
    @Test
    void nothingIsKept_whileTheNoiseIsNotKnown() throws Exception {
        raised(plan(8, 1, "rate"), PandaTests::rate);

        assertThat(diary.subList(2, 4))
                .allSatisfy(line -> assertThat(line).contains("not kept: ", "better, noise not known yet"));
        assertThat(diary.subList(4, 8)).anySatisfy(line -> assertThat(line).contains("; kept: "));
    }

    private static Entry best(Segments segments) {
        return Segments.ranked(segments.all(), Direction.MINIMIZE).get(0);
    }

    private static List<Entry> of(Segments segments, Kind kind) {
        return segments.all().stream()
                .filter(entry -> entry.segment().kind() == kind)
                .toList();
    }

    private static double rate(TrialRecord trial) {
        return trial.configuration().get(DescentSpace.SPACE.rate);
    }

    private Segments raised(PopulationPlan plan, ToDoubleFunction<TrialRecord> change) throws InterruptedException {
        return plan.segments(history(plan, change));
    }

    private History history(PopulationPlan plan, ToDoubleFunction<TrialRecord> change) throws InterruptedException {
        return pandas.raised(DescentSpace.SPACE, Pandas.spec(plan, new RandomSampler()), plan, change);
    }

    /** Of one child. */
    private static PopulationPlan plan(int generations, long segment, String... adjustable) {
        return PopulationPlan.of(1, generations, segment, Set.of(adjustable))
                .withPanda(PandaRules.USUAL.withChildren(1));
    }
}

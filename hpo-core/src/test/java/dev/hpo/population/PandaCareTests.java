// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a panda does where a day does not go as usual: nothing to nudge, steps that cost, children that are queued, a human who wants something. */
@Timeout(60)
class PandaCareTests {

    private static final PopulationPlan SIX = plan(6, PandaRules.USUAL.withChildren(1));

    private final Pandas pandas = new Pandas();

    /** Sgd's rate is adjustable, and the first child has none. */
    @Test
    void childOfWhichNothingMayChange_isTrainedAlone_andTheNextIsNudged() throws Exception {
        String rate = RuleSpace.SPACE.parameters().stream()
                .map(parameter -> parameter.name())
                .filter(name -> name.endsWith("rate"))
                .findFirst()
                .orElseThrow();
        PopulationPlan plan = PopulationPlan.of(1, 4, 4, Set.of(rate))
                .withPanda(PandaRules.USUAL.withChildren(2).withNudge(Nudge.parse(rate + "*0.5")));
        List<Configuration> starts = IntStream.range(0, 9)
                .mapToObj(child -> RuleSpace.SPACE.configuration(child == 0 ? new Rule.Adam(1e-8) : new Rule.Sgd(.1)))
                .toList();
        History history =
                pandas.raised(RuleSpace.SPACE, Pandas.spec(plan, new Pandas.InOrder(starts)), plan, trial -> 1);
        List<Entry> all = plan.segments(history).all();

        assertThat(all.subList(0, 5))
                .extracting(entry -> entry.segment().kind())
                .containsExactly(Kind.START, Kind.STAY, Kind.STAY, Kind.STAY, Kind.START);
        assertThat(pandas.diary.get(1))
                .contains("nothing can be nudged here", rate + "*0.5 was wanted and is left out");
        assertThat(pandas.diary.get(4)).contains("child 1: grown up with");
        assertThat(all.subList(5, 7))
                .extracting(entry -> entry.segment().kind())
                .containsExactly(Kind.CONTROL, Kind.NUDGE);
        assertThat(pandas.reason()).startsWith("all ").endsWith("children have been raised");
    }

    /** The type rejects rates above 3.5. */
    @Test
    void nudgeThatTheTypeRejects_isTriedTheOtherWay_andNeverTrainedUnchanged() throws Exception {
        List<Configuration> starts = List.of(rate(3.4), rate(3.4));
        StudySpec spec =
                Pandas.spec(SIX, new RandomSampler()).withQueued(starts.get(0)).withMaxRejections(1);
        History history = pandas.raised(DescentSpace.SPACE, spec, SIX, PandaCareTests::rateOf);

        assertThat(history.trials()).noneMatch(TrialRecord::isRejected);
        Segments segments = SIX.segments(history);
        List<Entry> nudges = of(segments, Kind.NUDGE);
        assertThat(nudges).isNotEmpty().allSatisfy(nudge -> assertThat(rateOf(nudge.trial()))
                .isNotEqualTo(rateOf(segments.before(nudge).orElseThrow().trial())));
        List<Entry> ofHigh = nudges.stream()
                .filter(nudge -> rateOf(segments.before(nudge).orElseThrow().trial()) == 3.4)
                .toList();
        assertThat(ofHigh).hasSizeGreaterThan(2).allSatisfy(nudge -> assertThat(rateOf(nudge.trial()))
                .isLessThan(3.4));
    }

    /** The second child of the sampler is rejected, and so is no child; the third is shown it where it was. */
    @Test
    void rejectedBeginning_isShownToTheSamplerInItsPlace() throws Exception {
        PopulationPlan plan = plan(1, PandaRules.USUAL);
        Pandas.InOrder starts =
                new Pandas.InOrder(List.of(rate(.1), rate(3.9), rate(.5), rate(.7), rate(.9), rate(1), rate(2)));
        pandas.raised(DescentSpace.SPACE, Pandas.spec(plan, starts), plan, trial -> 1);

        assertThat(starts.shown())
                .extracting(configuration -> configuration.get(DescentSpace.SPACE.rate))
                .containsExactly(.1, 3.9, .5, .7);
    }

    @Test
    void childThatHasGoneBack_livesToItsEnd_withoutNudgesIfNeedBe() throws Exception {
        PopulationPlan twenty = plan(20, PandaRules.USUAL.withChildren(1));
        History history = pandas.raised(
                DescentSpace.SPACE,
                Pandas.spec(twenty, new RandomSampler()),
                twenty,
                trial -> isOneOf(trial, 3, 4, 7, 8) ? Double.NaN : rateOf(trial));

        assertThat(pandas.diary)
                .filteredOn(line -> line.contains("both rolled back"))
                .hasSize(2);
        assertThat(pandas.diary).last().asString().startsWith("child 1: grown up with");
        assertThat(pandas.diary)
                .filteredOn(line -> line.contains("alone, as steps back have cost what nudges would"))
                .hasSize(3);
        assertThat(history.counted()).isEqualTo(40);
    }

    /** One bad day after each good one, for ever: it ends all the same, and says so. */
    @Test
    void childThatGoesBackAgainAndAgain_isGivenUp() throws Exception {
        pandas.raised(
                DescentSpace.SPACE,
                Pandas.spec(SIX, new RandomSampler()),
                SIX,
                trial -> SIX.end(trial) == 3 * 4 ? Double.NaN : rateOf(trial));

        assertThat(pandas.diary).anySatisfy(line -> assertThat(line).startsWith("child 1: given up with"));
        assertThat(pandas.reason()).endsWith("been raised");
    }

    @Test
    void startThatFails_isFollowedByAFreshChild_withTheUsualRules() throws Exception {
        PopulationPlan plan = plan(20, PandaRules.USUAL);
        pandas.raised(
                DescentSpace.SPACE,
                Pandas.spec(plan, new RandomSampler()),
                plan,
                trial -> trial.number() == 0 ? Double.NaN : 1);

        assertThat(pandas.diary.get(1)).isEqualTo("child 1: given up");
        assertThat(pandas.diary.get(2)).startsWith("child 2, day 1: a fresh child");
        assertThat(pandas.diary).anySatisfy(line -> assertThat(line).startsWith("child 2: grown up"));
    }

    /** Both are raised to their ends, as the queued one has segments of its own; and the diary is told in order. */
    @Test
    void queuedChild_takesNothingFromTheFirst() throws Exception {
        StudySpec spec = Pandas.spec(SIX, new RandomSampler()).withQueued(rate(.3));
        History history = pandas.raised(DescentSpace.SPACE, spec, SIX, PandaCareTests::rateOf);

        assertThat(history.counted()).isEqualTo(22);
        assertThat(pandas.diary.get(1)).startsWith("child 2, day 1: ");
        assertThat(pandas.diary)
                .filteredOn(line -> line.contains("grown up"))
                .extracting(line -> line.substring(0, 7))
                .containsExactly("child 1", "child 2");
    }

    @Test
    void wishThatTheTypeRejects_isLeftOut_andTheDiarySaysSo() throws Exception {
        PopulationPlan plan =
                plan(6, SIX.panda().withNudge(Nudge.parse("rate=3.9").from(2)));
        History history =
                pandas.raised(DescentSpace.SPACE, Pandas.spec(plan, new RandomSampler()), plan, PandaCareTests::rateOf);

        assertThat(history.trials()).noneMatch(TrialRecord::isRejected);
        assertThat(pandas.diary.get(1)).contains("rate 0.1 -> 0.08", "rate=3.9 was wanted and is left out");
        assertThat(pandas.diary).filteredOn(line -> line.contains("was wanted")).hasSize(1);
    }

    /** A study of which a day has passed goes on with a nudge from now on: it is tried on the day that comes. */
    @Test
    void wishOfAStudyThatGoesOn_isHeardOnTheNextDay() throws Exception {
        History history =
                pandas.raised(DescentSpace.SPACE, Pandas.spec(SIX, new RandomSampler()), SIX, PandaCareTests::rateOf);
        PopulationPlan plan =
                SIX.withPanda(SIX.panda().withNudge(Nudge.parse("rate=0.7").from(3)));
        PopulationSampler sampler = new PopulationSampler(plan, new RandomSampler());

        Proposal.Fork control = (Proposal.Fork) sampler.propose(ask(history, 3));
        Proposal.Fork nudge = (Proposal.Fork) sampler.propose(ask(history, 4));

        assertThat(control.configuration()).isEqualTo(history.trial(3).configuration());
        assertThat(nudge.configuration().get(DescentSpace.SPACE.rate)).isEqualTo(.7);
    }

    /** The second day's nudge, or its control, ends at NaN: the other one is what is gone on with, and the diary says why. */
    @ParameterizedTest
    @CsvSource({"2, not kept: the nudge diverged, 1", "1, kept: the control diverged, 2"})
    void segmentThatTurnsNaN_leavesTheDayToTheOther(int failed, String verdict, int base) throws Exception {
        History history = pandas.raised(
                DescentSpace.SPACE,
                Pandas.spec(SIX, new RandomSampler()),
                SIX,
                trial -> trial.number() == failed ? Double.NaN : rateOf(trial));

        assertThat(history.trial(failed).failure()).hasValueSatisfying(failure -> assertThat(failure.message())
                .isEqualTo("objective value (NaN) must be finite"));
        assertThat(pandas.diary.get(1))
                .startsWith("child 1, day 2: rate 0.1 -> 0.08")
                .endsWith("; " + verdict);
        assertThat(history.trials().subList(3, 5))
                .extracting(trial -> trial.start().origin().fork().orElseThrow())
                .containsExactly(base, base);
        assertThat(history.counted()).isEqualTo(11);
        assertThat(pandas.diary).last().asString().startsWith("child 1: grown up with ");
    }

    /** All that there is to say is that each has failed at once; as many begin as there are segments for a whole one. */
    @Test
    void childrenThatAllFail_endTheStudyAndSaySo() throws Exception {
        PopulationPlan plan = plan(1, PandaRules.USUAL.withChildren(3));
        History history =
                pandas.raised(DescentSpace.SPACE, Pandas.spec(plan, new RandomSampler()), plan, trial -> Double.NaN);

        assertThat(history.count(TrialState.FAILED)).isEqualTo(3);
        assertThat(pandas.reason())
                .isEqualTo("all 3 children failed at once; look at the failures, and narrow the domains");
        assertThat(pandas.diary).hasSize(6).last().isEqualTo("child 3: given up");
    }

    @Test
    void largerIsBetter_whereThatIsWanted() throws Exception {
        StudySpec spec = StudySpec.maximize("descent", "gain")
                .withSampler(Pandas.spec(SIX, new RandomSampler()).sampler())
                .withPruner(Pandas.spec(SIX, new RandomSampler()).pruner())
                .withTrials(Integer.MAX_VALUE);
        History history = pandas.raised(DescentSpace.SPACE, spec, SIX, trial -> -rateOf(trial));

        double best = rateOf(history.best(Direction.MAXIMIZE).orElseThrow());
        assertThat(best).isGreaterThan(.2);
    }

    /** A kind without order, and the width of nothing: each other kind is tried, and what helps is kept. */
    @Test
    void choiceWithoutOrder_isNudgedToAnother() throws Exception {
        PopulationPlan plan = PopulationPlan.of(1, 4, 4, Set.of("kind")).withPanda(SIX.panda());
        History history = pandas.raised(
                DescentSpace.SPACE,
                Pandas.spec(plan, new RandomSampler()),
                plan,
                trial -> trial.configuration().get(DescentSpace.SPACE.kind).equals("heavy") ? 2 : 1);

        assertThat(of(plan.segments(history), Kind.NUDGE))
                .extracting(entry -> entry.trial().configuration().get(DescentSpace.SPACE.kind))
                .containsExactly("heavy", "plain", "plain");
        assertThat(pandas.diary.get(1)).contains("kind plain -> heavy", "; kept: ");
    }

    private static Ask ask(History history, int number) {
        StudyFacts facts = new StudyFacts("descent", Direction.MINIMIZE, 7, 100, 1);
        return new Ask(
                DescentSpace.SPACE, History.of(history.trials().subList(0, number)), facts, number, new Random(1));
    }

    private static boolean isOneOf(TrialRecord trial, int... numbers) {
        return IntStream.of(numbers).anyMatch(number -> number == trial.number());
    }

    private static List<Entry> of(Segments segments, Kind kind) {
        return segments.all().stream()
                .filter(entry -> entry.segment().kind() == kind)
                .toList();
    }

    private static double rateOf(TrialRecord trial) {
        return trial.configuration().get(DescentSpace.SPACE.rate);
    }

    private static Configuration rate(double rate) {
        Configuration start = DescentSpace.SPACE.configuration(Descent.start());
        return Steps.changed(DescentSpace.SPACE, start, Map.of("rate", rate));
    }

    private static PopulationPlan plan(int generations, PandaRules rules) {
        return PopulationPlan.of(1, generations, 4, Set.of("rate")).withPanda(rules);
    }
}

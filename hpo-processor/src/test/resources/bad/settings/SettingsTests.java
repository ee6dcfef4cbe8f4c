package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.junit.Confirm;
import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Maximize;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.SampleWith;
import dev.hpo.junit.TryFirst;
import dev.hpo.junit.TuningTest;
import dev.hpo.junit.WarmStart;
import dev.hpo.study.Trial;
import org.junit.jupiter.api.BeforeEach;

@SampleWith(Object.class)
class SettingsTests {
    @SearchSpace
    record Config(boolean on) {}

    @BeforeEach
    void keep(Trial trial) {}

    @TuningTest(trials = 1, timeout = " 10 m ", patience = 0, window = 1)
    @Minimize("loss")
    @ExpectBest(atMost = 1, atLeast = 0)
    @SampleWith(Object.class)
    @PruneWith(Object.class)
    void good(Config config) {}

    @TuningTest(timeout = "")
    @Maximize("score")
    @ExpectBest(atLeast = 1)
    void goodUpwards(Config config) {}

    @Search
    @Minimize("loss")
    void goodComposed(Config config) {}

    @TuningTest
    @interface Search {}

    @ExpectBest
    @Minimize("")
    @interface Elsewhere {}

    @TuningTest(trials = 0)
//                       ^ TEST_NUMBER: SettingsTests.trials: @TuningTest trials (0) must be at least 1; leave it out for 50
    @Minimize("loss")
    void trials(Config config) {}

    @TuningTest(window = 0, patience = -1)
//                       ^ TEST_NUMBER: SettingsTests.numbers: @TuningTest window (0) must be at least 1; leave it out for 4
//                                     ^ TEST_NUMBER: SettingsTests.numbers: @TuningTest patience (-1) must be at least 0; leave it out for no end
    @Minimize("loss")
    void numbers(Config config) {}

    @TuningTest(trainings = 0, steps = 0)
//                          ^ TEST_NUMBER: SettingsTests.trainings0: @TuningTest trainings (0) must be at least 1; leave it out to count trials
//                                     ^ TEST_NUMBER: SettingsTests.trainings0: @TuningTest steps (0) must be at least 1; leave it out to learn it from the trials
    @Minimize("loss")
    void trainings0(Config config) {}

    @TuningTest(trainings = -3, steps = -1)
//                          ^ TEST_NUMBER: SettingsTests.trainings1: @TuningTest trainings (-3) must be at least 1; leave it out to count trials
//                                      ^ TEST_NUMBER: SettingsTests.trainings1: @TuningTest steps (-1) must be at least 1; leave it out to learn it from the trials
    @Minimize("loss")
    void trainings1(Config config) {}

    @TuningTest(trials = 50, trainings = 30)
//                                       ^ TEST_BUDGETS: SettingsTests.budgets: @TuningTest trainings (30) must not stand beside trials (50), as each says when the study ends; remove one
    @Minimize("loss")
    void budgets(Config config) {}

    @TuningTest(trainings = 30, steps = 81, window = 8)
    @Minimize("loss")
    void goodTrainings(Config config) {}

    @TuningTest(timeout = "5 minutes")
//                        ^ TEST_TIMEOUT: SettingsTests.timeout0: @TuningTest timeout ("5 minutes") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
    @Minimize("loss")
    void timeout0(Config config) {}

    @TuningTest(timeout = "00s")
//                        ^ TEST_TIMEOUT: SettingsTests.timeout1: @TuningTest timeout ("00s") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
    @Minimize("loss")
    void timeout1(Config config) {}

    @TuningTest(timeout = " ")
//                        ^ TEST_TIMEOUT: SettingsTests.timeout2: @TuningTest timeout (" ") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
    @Minimize("loss")
    void timeout2(Config config) {}

    @TuningTest(timeout = "10  m")
//                        ^ TEST_TIMEOUT: SettingsTests.timeout3: @TuningTest timeout ("10  m") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
    @Minimize("loss")
    void timeout3(Config config) {}

    @TuningTest(timeout = "1234567890s")
//                        ^ TEST_TIMEOUT: SettingsTests.timeout4: @TuningTest timeout ("1234567890s") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
    @Minimize("loss")
    void timeout4(Config config) {}

    @TuningTest(timeout = "10M")
//                        ^ TEST_TIMEOUT: SettingsTests.timeout5: @TuningTest timeout ("10M") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
    @Minimize("loss")
    void timeout5(Config config) {}

    @TuningTest(timeout = "m")
//                        ^ TEST_TIMEOUT: SettingsTests.timeout6: @TuningTest timeout ("m") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
    @Minimize("loss")
    void timeout6(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Confirm(top = 1, repeats = 2)
    void goodConfirm(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Confirm
    void goodConfirmAsUsual(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Confirm(top = 0, repeats = 1)
//                 ^ TEST_NUMBER: SettingsTests.confirm: @Confirm top (0) must be at least 1; leave it out for 8, or fewer after a short search
//                              ^ TEST_NUMBER: SettingsTests.confirm: @Confirm repeats (1) must be at least 2; leave it out for 5
    void confirm(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Confirm(top = 1000, repeats = 1000)
    void mostConfirm(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Confirm(top = 2147483647, repeats = 1001)
//                 ^ TEST_LARGE_NUMBER: SettingsTests.largeConfirm: @Confirm top (2147483647) must be at most 1000; leave it out for 8, or fewer after a short search
//                                       ^ TEST_LARGE_NUMBER: SettingsTests.largeConfirm: @Confirm repeats (1001) must be at most 1000; leave it out for 5
    void largeConfirm(Config config) {}

    @TuningTest
    @Minimize("")
//            ^ TEST_MEASURE: SettingsTests.nameless: @Minimize value ("") must name the measure; write for instance "validation loss"
    void nameless(Config config) {}

    @TuningTest
    @Maximize(" ")
//            ^ TEST_MEASURE: SettingsTests.blank: @Maximize value (" ") must name the measure; write for instance "validation loss"
    void blank(Config config) {}

    @TuningTest
    @Minimize("loss")
    @ExpectBest
//  ^ TEST_GATE: SettingsTests.open: @ExpectBest bound (none) must include atMost beside @Minimize; add it, or remove @ExpectBest
    void open(Config config) {}

    @TuningTest
    @Minimize("loss")
    @ExpectBest(atMost = Double.POSITIVE_INFINITY, atLeast = 0.5)
//  ^ TEST_GATE: SettingsTests.wrongWayDown: @ExpectBest bound (only atLeast) must include atMost beside @Minimize; add it, or remove @ExpectBest
    void wrongWayDown(Config config) {}

    @TuningTest
    @Maximize("score")
    @ExpectBest(atMost = 0.5)
//  ^ TEST_GATE: SettingsTests.wrongWayUp: @ExpectBest bound (only atMost) must include atLeast beside @Maximize; add it, or remove @ExpectBest
    void wrongWayUp(Config config) {}

    @Minimize("loss")
//  ^ TEST_STRAY: SettingsTests.noTest: @Minimize (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    @Maximize("score")
//  ^ TEST_STRAY: SettingsTests.noTest: @Maximize (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    @ExpectBest(atMost = 1)
//  ^ TEST_STRAY: SettingsTests.noTest: @ExpectBest (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    @Confirm
//  ^ TEST_STRAY: SettingsTests.noTest: @Confirm (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    @SampleWith(Object.class)
//  ^ TEST_STRAY: SettingsTests.noTest: @SampleWith (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    @PruneWith(Object.class)
//  ^ TEST_STRAY: SettingsTests.noTest: @PruneWith (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    @WarmStart
//  ^ TEST_STRAY: SettingsTests.noTest: @WarmStart (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    @TryFirst("best.properties")
//  ^ TEST_STRAY: SettingsTests.noTest: @TryFirst (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    void noTest(Config config) {}
}

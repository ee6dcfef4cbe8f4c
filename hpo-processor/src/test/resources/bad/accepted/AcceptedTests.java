package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.junit.Accepted;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import org.junit.jupiter.api.BeforeEach;

class AcceptedTests {
    @SearchSpace
    record Config(boolean on) {}

    @BeforeEach
    void keep(Trial trial) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("src/main/resources/hpo/digits.properties")
    void good(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted(value = "two..dots/my digits.properties", minimumLoss = 0.5, tolerance = 0)
    void goodNumbers(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("")
//            ^ TEST_ACCEPTED: AcceptedTests.path0: @Accepted value ("") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path0(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("/etc/digits.properties")
//            ^ TEST_ACCEPTED: AcceptedTests.path1: @Accepted value ("/etc/digits.properties") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path1(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("C:/digits.properties")
//            ^ TEST_ACCEPTED: AcceptedTests.path2: @Accepted value ("C:/digits.properties") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path2(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("../other/digits.properties")
//            ^ TEST_ACCEPTED: AcceptedTests.path3: @Accepted value ("../other/digits.properties") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path3(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("src/../../digits.properties")
//            ^ TEST_ACCEPTED: AcceptedTests.path4: @Accepted value ("src/../../digits.properties") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path4(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("src\\digits.properties")
//            ^ TEST_ACCEPTED: AcceptedTests.path5: @Accepted value ("src\\digits.properties") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path5(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("src/digits.txt")
//            ^ TEST_ACCEPTED: AcceptedTests.path6: @Accepted value ("src/digits.txt") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path6(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted("src/main/resources/..")
//            ^ TEST_ACCEPTED: AcceptedTests.path7: @Accepted value ("src/main/resources/..") must be the path of a .properties file from the folder of the module on, and within it; write for instance "src/main/resources/hpo/digits.properties"
    void path7(Config config) {}

    @TuningTest
    @Minimize("loss")
    @Accepted(value = "a.properties", minimumLoss = -0.5, tolerance = Double.NaN)
//                                                  ^ TEST_LEAST: AcceptedTests.numbers: @Accepted minimumLoss (-0.5) must be a finite number of at least 0; leave it out for 0
//                                                                          ^ TEST_LEAST: AcceptedTests.numbers: @Accepted tolerance (NaN) must be a finite number of at least 0; leave it out for 0
    void numbers(Config config) {}

    @Accepted("a.properties")
//  ^ TEST_STRAY: AcceptedTests.noTest: @Accepted (on noTest) must stand on a @TuningTest or @PopulationTest method; add one of them, or remove it
    void noTest(Config config) {}
}

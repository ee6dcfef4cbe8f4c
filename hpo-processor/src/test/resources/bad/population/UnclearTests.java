package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PopulationTest;
import dev.hpo.study.Trial;

/** What is missing may be adjustable: nothing is said of it twice. */
class UnclearTests {
    @SearchSpace
    record Member(boolean on, Missing missing) {}
//                                    ^ UNRESOLVED: UnclearTests.Member.missing: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it

    @PopulationTest @Minimize("loss") void member(Member config, Trial trial) {}

    @PopulationTest @Minimize("loss") void parameter(Missing config, Trial trial) {}
}

package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PopulationTest;
import dev.hpo.study.Trial;
import java.util.List;

/** What is missing may be adjustable: nothing is said of it twice. */
class UnclearTests {
    @SearchSpace
    record Member(boolean on, Missing missing) {}
//                                    ^ UNRESOLVED: UnclearTests.Member.missing: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it

    @SearchSpace
    record Elements(boolean on, @Size(min = 1, max = 2) List<Missing> elements) {}
//                                                                    ^ UNRESOLVED: UnclearTests.Elements.elements: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it

    @SearchSpace
    static class Above extends Missing {
//         ^ UNRESOLVED: UnclearTests.Above: type (Missing) must exist when annotations are processed; import or declare it, or let a processor generate it
        boolean on = true;
    }

    @SearchSpace
    static class Fields {
        boolean on = true;
        Missing missing;
    }

    @PopulationTest @Minimize("loss") void member(Member config, Trial trial) {}

    @PopulationTest @Minimize("loss") void elements(Elements config, Trial trial) {}

    @PopulationTest @Minimize("loss") void above(Above config, Trial trial) {}

    @PopulationTest @Minimize("loss") void fields(Fields config, Trial trial) {}

    @PopulationTest @Minimize("loss") void parameter(Missing config, Trial trial) {}
}

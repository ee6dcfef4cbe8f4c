package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.Prior;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;

/** Members with the names of types and packages that generated code could name. */
@SearchSpace
public record Components(
        @Uniform(min = 0, max = 1) double Scale,
        @Uniform(min = 0, max = 1) double Scope,
        @Size(min = 1, max = 2) @Uniform(min = 0, max = 1) List<Double> List,
        @Uniform(min = 0, max = 1) double RealDomain,
        @Choice({"1", "2"}) int ChoiceDomain,
        @Choice({"1", "2"}) String String,
        boolean Object,
        boolean Override,
        boolean Space,
        boolean Member,
        boolean MemberSpace,
        boolean Parameter,
        boolean ParameterSpec,
        boolean ListParameter,
        boolean ListSpace,
        boolean Configuration,
        boolean Optional,
        boolean Boolean,
        boolean Double,
        boolean Integer,
        boolean GeneratedSpace,
        boolean SuppressWarnings,
        boolean Components,
        boolean ComponentsSpace,
        boolean java,
        boolean dev,
        boolean good,
        @Prior(choice = "Level") Level Level,
        Kind Kind,
        @Size(min = 0, max = 2) List<Part> Part) {

    enum Level {
        Level,
        Components
    }

    @SearchSpace
    sealed interface Kind {
        record Kind_(boolean Kind, boolean KindSpace, boolean scopeOf) implements Kind {}

        record List(boolean List) implements Kind {}

        record Member(boolean MemberSpace) implements Kind {}

        record Generated(boolean GeneratedSpace) implements Kind {}

        record AB(boolean on) implements Kind {}

        record Ab(boolean on) implements Kind {}
    }

    @SearchSpace
    static class Part {
        boolean Part = true;
        boolean PartSpace = true;
        boolean hashCode = true;
        @Choice({"yes", "no"}) String toString = "yes";
        @Uniform(min = 1, max = 2) int getClass = 1;
        @Uniform(min = 1, max = 2) int wait = 1;
    }

    @Initial
    static Components start() {
        return Starts.components();
    }
}

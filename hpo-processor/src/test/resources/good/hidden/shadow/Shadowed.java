package good.shadow;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.lang.String;
import java.util.List;

/** Each simple name of Java's and of ours is another type in this package, and so are java and dev. */
@SearchSpace
record Shadowed(
        Parameter parameter,
        Scope scope,
        Limb limb,
        @Choice({"a", "b"}) String string,
        @Uniform(min = 0, max = 1) double real,
        @Uniform(min = 0, max = 1) float narrow,
        @Uniform(min = 0, max = 1) int whole,
        @Uniform(min = 0, max = 1) long big,
        boolean flag,
        @Size(min = 1, max = 2) List<Scope> scopes,
        boolean good,
        boolean Shadowed) {
    @Initial
    static Shadowed start() {
        return new Shadowed(
                Parameter.good, new Scope(1), new Limb.Double(true), "a", 1, 1, 1, 1, true, List.of(new Scope(0)), true, true);
    }
}

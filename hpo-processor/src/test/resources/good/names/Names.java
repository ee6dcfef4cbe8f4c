package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;

/** Names in source and storage that could get in each other's way. */
@SearchSpace
public record Names(
        boolean scope,
        boolean configuration,
        boolean instance,
        boolean sink,
        boolean consumer,
        boolean place,
        boolean element,
        boolean kind,
        boolean type,
        boolean decode,
        boolean initial,
        boolean parameters,
        boolean $dollar,
        boolean _underscore,
        @Name("learning-rate") @FormerlyNamed({"lr", "rate"}) @Uniform(min = 0, max = 1) double renamed,
        @Choice({"re$lu", "ta\"nh", "back\\slash", "$L", "new\nline", "line\u2028end\u2029", "été", ""}) String odd,
        @Ordinal({"-1e-3", "0.5", "1e10", "123456.789"}) double doubles,
        @Choice({"-9223372036854775808", "+1"}) long longs,
        @Size(min = 0, max = 3) List<Boolean> flags,
        @Size(min = 1, max = 1) @Choice({"b", "a"}) List<String> texts,
        @Size(min = 0, max = 2) @Uniform(min = -1, max = 1) List<Float> floats,
        @Size(min = 0, max = 2) @Uniform(min = -9007199254740992.0, max = 9007199254740992.0) List<Long> all,
        @Ordinal Level level,
        Level unordered,
        Shape shape) {

    public enum Level {
        @Name("low") @FormerlyNamed("tiny") LOW,
        MEDIUM {
            @Override
            public String toString() {
                return "medium";
            }
        },
        HIGH;

        static final int COUNT = 3;
    }

    /** Permitted types whose decapitalised names are keywords or taken. */
    public sealed interface KindOf {}

    @SearchSpace
    public sealed interface Shape {
        record Default() implements Shape {}

        record New(boolean on) implements Shape {}

        @Name("other") record Kind(boolean on) implements Shape {}

        @Name("round") @FormerlyNamed({"Circle", "disc"}) record Round(@Uniform(min = 0, max = 9) int radius) implements Shape {}

        sealed interface Polygon extends Shape {
            record Triangle() implements Polygon {}

            record Square(boolean on, Level level) implements Polygon {}
        }
    }

    record None() implements KindOf {}

    @Initial
    static Names start() {
        return new Names(
                false, false, false, false, false, false, false, false, false, false, false, false, false, false,
                0.5, "$L", 0.5, 1, List.of(), List.of("a"), List.of(0.5f), List.of(3L), Level.LOW, Level.HIGH,
                new Shape.Polygon.Triangle());
    }
}

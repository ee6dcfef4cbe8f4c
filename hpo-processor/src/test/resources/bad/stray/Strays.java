package bad;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;

class Strays {
    @LogUniform(min = 1e-4, max = 1) double rate;
//  ^ STRAY: Strays.rate: @LogUniform (in class Strays) must be in a type with @SearchSpace; annotate Strays, or remove it

    @Size(min = 1, max = 2) @Choice("a") List<String> several;
//                          ^ STRAY: Strays.several: @Choice (in class Strays) must be in a type with @SearchSpace; annotate Strays, or remove it

    record Plain(@Uniform(min = 0, max = 1) double x, @Name("z") double y) {}
//               ^ STRAY: Strays.Plain.x: @Uniform (in record Plain) must be in a type with @SearchSpace; annotate Plain, or remove it
//                                                    ^ STRAY: Strays.Plain.y: @Name (in record Plain) must be in a type with @SearchSpace; annotate Plain, or remove it

    static final class Last {
        @FormerlyNamed("old") double x;
//      ^ STRAY: Strays.Last.x: @FormerlyNamed (in class Last) must be in a type with @SearchSpace; annotate Last, or remove it
    }

    abstract static class MayBeExtendedElsewhere {
        @Uniform(min = 0, max = 1) double x;
    }

    static class Extended {
        @Uniform(min = 0, max = 1) double x = 0.5;
    }

    @SearchSpace
    static class Extending extends Extended {}

    interface Constants {
        @Uniform(min = 0, max = 1) double X = 0.5;
//      ^ STRAY: Strays.Constants.X: @Uniform (in interface Constants) must be at a record component or a field of a class; remove it
    }

    @SearchSpace
    sealed interface Choices {
        @Uniform(min = 0, max = 1) double X = 0.5;
//      ^ STRAY: Strays.Choices.X: @Uniform (in interface Choices) must be at a record component or a field of a class; remove it

        @Name("one")
        record One(@Uniform(min = 0, max = 1) double x) implements Choices {}
    }

    enum Mode {
        @Uniform(min = 0, max = 1) FAST,
//      ^ STRAY: Strays.Mode.FAST: @Uniform (in enum Mode) must be at a member whose type is the enum; annotate that member
        @Name("slow") SLOW;

        @Choice("a") String text = "a";
//      ^ STRAY: Strays.Mode.text: @Choice (in enum Mode) must be at a record component or a field of a class; remove it
    }

    @Name("test")
//  ^ STRAY: Strays.Test: @Name (at class) must be at a permitted type of a sealed type with @SearchSpace; remove it
    static class Test {}

    @Name("root")
//  ^ STRAY: Strays.Root: @Name (at record) must be at a permitted type of a sealed type with @SearchSpace; remove it
    @SearchSpace
    record Root(@Name("stored") boolean on) {}

    void method(@Name("root") Root root, @Name("number") int number) {}
//                                       ^ STRAY: Strays.method.number: @Name (in method method) must be at a parameter whose type is a @SearchSpace; remove it

    @Name("annotation")
//  ^ STRAY: Strays.Marker: @Name (at annotation type) must be at a member or permitted type; remove it
    @interface Marker {}
}

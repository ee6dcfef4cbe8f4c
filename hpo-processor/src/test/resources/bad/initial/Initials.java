package bad;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import java.io.IOException;

class Initials {
    @SearchSpace
    record Instance(boolean on) {
        @Initial
        Instance start() {
//               ^ INITIAL_FORM: Initials.Instance.start: @Initial method (start) must be static; write static Instance start()
            return new Instance(true);
        }
    }

    @SearchSpace
    record Parameters(boolean on) {
        @Initial
        static Parameters start(boolean on) {
//                        ^ INITIAL_FORM: Initials.Parameters.start: @Initial method (start) must take no parameters; write static Parameters start()
            return new Parameters(on);
        }
    }

    @SearchSpace
    record Hidden(boolean on) {
        @Initial
        private static Hidden start() {
//                            ^ INITIAL_FORM: Initials.Hidden.start: @Initial method (start) must not be private; write static Hidden start()
            return new Hidden(true);
        }
    }

    @SearchSpace
    record Type(boolean on) {
        @Initial
        static Hidden start() {
//                    ^ INITIAL_FORM: Initials.Type.start: @Initial method (start) must return Type, not Hidden; write static Type start()
            return null;
        }
    }

    @SearchSpace
    record Nothing(boolean on) {
        @Initial
        static void start() {}
//                  ^ INITIAL_FORM: Initials.Nothing.start: @Initial method (start) must return Nothing, not void; write static Nothing start()
    }

    @SearchSpace
    record Checked(boolean on) {
        @Initial
        static Checked start() throws IOException {
//                     ^ INITIAL_FORM: Initials.Checked.start: @Initial method (start) must throw no checked exception; write static Checked start()
            return new Checked(true);
        }
    }

    @SearchSpace
    record Twice(boolean on) {
        @Initial
        static Twice first() {
            return new Twice(true);
        }

        @Initial
//      ^ INITIAL_TWICE: Initials.Twice.second: second @Initial (second) must not stand beside first; keep one
        static Twice second() {
            return new Twice(false);
        }
    }

    record NoSpace(boolean on) {
        @Initial
//      ^ INITIAL_PLACE: Initials.NoSpace.start: @Initial (in NoSpace) must be in a record or class with @SearchSpace; annotate NoSpace, or remove @Initial
        static NoSpace start() {
            return new NoSpace(true);
        }
    }

    static class NoSpaceEither {
        @Initial
//      ^ INITIAL_PLACE: Initials.NoSpaceEither.start: @Initial (in NoSpaceEither) must be in a record or class with @SearchSpace; annotate NoSpaceEither, or remove @Initial
        static NoSpaceEither start() {
            return new NoSpaceEither();
        }
    }

    abstract static class Above {
        @Initial
//      ^ INITIAL_PLACE: Initials.Above.start: @Initial (in Above) must be in a record or class with @SearchSpace; write it in the class with @SearchSpace that extends this one
        static Below start() {
            return new Below();
        }
    }

    @SearchSpace
    static class Below extends Above {
        boolean on;
    }

    @SearchSpace
    static class InClass {
        boolean on;

        @Initial
        InClass start(int x) throws IOException {
//              ^ INITIAL_FORM: Initials.InClass.start: @Initial method (start) must be static; write static InClass start()
            return new InClass();
        }
    }

    static class Elsewhere {}

    @SearchSpace
    static class OtherType extends Elsewhere {
        boolean on;

        @Initial
        static Elsewhere start() {
//                       ^ INITIAL_FORM: Initials.OtherType.start: @Initial method (start) must return OtherType, not Elsewhere; write static OtherType start()
            return new OtherType();
        }
    }

    @SearchSpace
    static class TwiceInClass {
        boolean on;

        @Initial
        static TwiceInClass first() {
            return new TwiceInClass();
        }

        @Initial
//      ^ INITIAL_TWICE: Initials.TwiceInClass.second: second @Initial (second) must not stand beside first; keep one
        static TwiceInClass second() {
            return new TwiceInClass();
        }
    }

    @SearchSpace
    sealed interface Choices {
        record One(boolean on) implements Choices {
            @Initial
//          ^ INITIAL_PLACE: Initials.Choices.One.start: @Initial (in One) must be in a record or class with @SearchSpace; write it in the record or class that contains this type
            static One start() {
                return new One(true);
            }
        }
    }

    @SearchSpace
    record Values(
            @LogUniform(min = 1e-4, max = 1) double rate,
            @Uniform(min = 1, max = 9, step = 2) int odd,
            @Choice({"RELU"}) Activation activation,
            @Choice({"a", "b"}) String text,
            @Uniform(min = -1, max = 1) double negative,
            boolean on) {
        @Initial
        static Values start() {
            return new Values(2, 4, Activation.TANH, "c", -1.5, true);
//                            ^ INITIAL_VALUE: Initials.Values.rate: initial value (2) must be in its domain, 1e-4 to 1, log; change the value or the domain
//                               ^ INITIAL_VALUE: Initials.Values.odd: initial value (4) must be in its domain, 1 to 9, 5 values; change the value or the domain
//                                            ^ INITIAL_VALUE: Initials.Values.activation: initial value (Activation.TANH) must be in its domain, one of RELU; change the value or the domain
//                                                   ^ INITIAL_VALUE: Initials.Values.text: initial value ("c") must be in its domain, one of a, b; change the value or the domain
//                                                        ^ INITIAL_VALUE: Initials.Values.negative: initial value (-1.5) must be in its domain, -1 to 1; change the value or the domain
        }
    }

    enum Activation {
        RELU,
        TANH
    }

    @SearchSpace
    record BesideABrokenOne(
            @Uniform(min = 5, max = 5) int broken,
//                                  ^ BOUND_ORDER: Initials.BesideABrokenOne.broken: @Uniform max (5) must be above min (5); swap them, or widen the range
            @Uniform(min = 0, max = 1) double rate) {
        @Initial
        static BesideABrokenOne start() {
            return new BesideABrokenOne(5, 7);
//                                         ^ INITIAL_VALUE: Initials.BesideABrokenOne.rate: initial value (7) must be in its domain, 0 to 1; change the value or the domain
        }
    }

    @SearchSpace
    record Validated(
            @Uniform(min = 1, max = 9) int depth,
            @Uniform(min = 1, max = 9) int width,
            @Uniform(min = 1, max = 9) int height,
            @Choice({"66"}) int chosen) {
        Validated {
            if (-depth > 0 || width < 0) {
                throw new IllegalArgumentException("depth (" + depth + ") must not be negative");
            }
            height = Math.min(height, 9);
        }

        @Override
        public int width() {
            return width;
        }

        @Initial
        static Validated start() {
            return new Validated(10, 11, 12, 'A');
//                               ^ INITIAL_VALUE: Initials.Validated.depth: initial value (10) must be in its domain, 1 to 9; change the value or the domain
//                                   ^ INITIAL_VALUE: Initials.Validated.width: initial value (11) must be in its domain, 1 to 9; change the value or the domain
//                                           ^ INITIAL_VALUE: Initials.Validated.chosen: initial value ('A') must be in its domain, one of 66; change the value or the domain
        }
    }

    @SearchSpace
    record Canonical(@Uniform(min = 1, max = 9) int depth) {
        Canonical(int depth) {
            this.depth = depth;
        }

        Canonical(int depth, int more) {
            this(depth + more);
        }

        @Initial
        static Canonical start() {
            return new Canonical(10);
//                               ^ INITIAL_VALUE: Initials.Canonical.depth: initial value (10) must be in its domain, 1 to 9; change the value or the domain
        }
    }
}

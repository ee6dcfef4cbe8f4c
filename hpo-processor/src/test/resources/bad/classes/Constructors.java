package bad;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import java.io.IOException;

class Constructors {
    @SearchSpace
    static class Arguments {
//         ^ TYPE_NO_CONSTRUCTOR: Constructors.Arguments: constructor (Arguments()) must be there without arguments, not private and without checked exceptions, for trials are made with it; add one, make the type a record, or return a new instance from an @Initial method
        boolean on;

        Arguments(boolean on) {
            this.on = on;
        }
    }

    @SearchSpace
    static class Private {
//         ^ TYPE_NO_CONSTRUCTOR: Constructors.Private: constructor (Private()) must be there without arguments, not private and without checked exceptions, for trials are made with it; add one, make the type a record, or return a new instance from an @Initial method
        boolean on;

        private Private() {}
    }

    @SearchSpace
    static class Checked {
//         ^ TYPE_NO_CONSTRUCTOR: Constructors.Checked: constructor (Checked()) must be there without arguments, not private and without checked exceptions, for trials are made with it; add one, make the type a record, or return a new instance from an @Initial method
        boolean on;

        Checked() throws IOException {}
    }

    @SearchSpace
    static class ButInitial {
        @Uniform(min = 1, max = 9) int depth = 10;

        ButInitial(int depth) {}

        @Initial
        ButInitial start() {
//                 ^ INITIAL_FORM: Constructors.ButInitial.start: @Initial method (start) must be static; write static ButInitial start()
            return new ButInitial(3);
        }
    }

    @SearchSpace
    static class Empty {
//         ^ TYPE_EMPTY: Constructors.Empty: type (a class) must have a member to tune; annotate a field, for instance with @Uniform
        int x;
    }

    @SearchSpace
    class Inner {
//  ^ TYPE_INNER: Constructors.Inner: type (an inner class) must be static; add static, or make it a record
        boolean on;
    }

    class Deeper {
        @SearchSpace
        static class StaticInInner {
//             ^ TYPE_INNER: Constructors.Deeper.StaticInInner: type (an inner class) must be static; add static, or make it a record
            boolean on;
        }
    }

    @SearchSpace
    private static class Hidden {
//                 ^ TYPE_PRIVATE: Constructors.Hidden: type (private) must be visible in its package; remove private from Hidden
        boolean on;
    }

    private static class Outer {
        @SearchSpace
        record InHidden(boolean on) {}
//      ^ TYPE_PRIVATE: Constructors.Outer.InHidden: type (in a private type) must be visible in its package; remove private from Outer
    }

    @SearchSpace
    record Generic<T>(T value, @Uniform(min = 2, max = 1) double x) {}
//  ^ TYPE_GENERIC: Constructors.Generic: type (Constructors.Generic<T>) must not be generic; write a type of its own for each use
//                                                     ^ BOUND_ORDER: Constructors.Generic.x: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range

    @SearchSpace
    static class GenericClass<A, B extends A> {
//         ^ TYPE_GENERIC: Constructors.GenericClass: type (Constructors.GenericClass<A, B>) must not be generic; write a type of its own for each use
        boolean on;
    }
}

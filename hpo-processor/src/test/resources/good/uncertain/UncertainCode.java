package good;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Initialisers with code in them that may set other fields: lambdas, method references, inner and anonymous classes; see {@link Uncertain}. */
class UncertainCode {
    @SearchSpace
    static class ByLambda {
        @Uniform(min = 1, max = 9)
        int n, m = run(() -> n = 4);

        static int run(IntSupplier code) {
            return code.getAsInt();
        }
    }
    // start: n=4, m=4

    @SearchSpace
    static class ByKeptLambda {
        final IntSupplier code = () -> this.n = 4;

        @Uniform(min = 1, max = 9)
        int n, m = code.getAsInt();
    }
    // start: n=4, m=4

    @SearchSpace
    static class ByMethodReference {
        @Uniform(min = 1, max = 9)
        int n, m = ByLambda.run(this::init);

        int init() {
            return n = 4;
        }
    }
    // start: n=4, m=4

    @SearchSpace
    static class ByInnerClass {
        @Uniform(min = 1, max = 9)
        int n = 300;

        @Uniform(min = 1, max = 9)
        int m = 3;

        final Inner inner = new Inner();

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4, m=3

    @SearchSpace
    static class ByAnonymousClass {
        @Uniform(min = 1, max = 9)
        int n, m = 3;

        final Object other = new Object() {
            {
                n = 4;
            }
        };
    }
    // start: n=4, m=3

    @SearchSpace
    static class ByConstructorReference {
        @Uniform(min = 1, max = 9)
        int n = 300;

        final Supplier<Inner> maker = Inner::new;
        final Inner inner = maker.get();

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4

    @SearchSpace
    static class ByArrayConstructor {
        @Uniform(min = 1, max = 9)
        int n = 300;

        final Object inner = Stream.of(1).map(each -> new Inner()).toArray(Inner[]::new);

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4

    /** Fields that no constructor has set yet keep what they are given before. */
    @SearchSpace
    static class ByItsOwnInner {
        @Uniform(min = 1, max = 9)
        int n = 300;

        boolean on = true;

        Inner inner = new Inner();

        class Inner {
            Inner() {
                n = 4;
            }
        }
    }
    // start: n=4, on=true
}

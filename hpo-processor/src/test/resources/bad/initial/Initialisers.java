package bad;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import java.util.function.Supplier;

class Initialisers {
    @SearchSpace
    static class Outside {
        @LogUniform(min = 1e-4, max = 1) double rate = 2;
//                                                     ^ INITIAL_VALUE: Initialisers.Outside.rate: initial value (2) must be in its domain, 1e-4 to 1, log; change the value or the domain
        @LogUniform(min = 1e-4, max = 1) float single = 1.5f;
//                                                      ^ INITIAL_VALUE: Initialisers.Outside.single: initial value (1.5F) must be in its domain, 1e-4 to 1, log; change the value or the domain
        @Uniform(min = 0, max = 1, step = 0.25) double quarters = 0.3;
//                                                                ^ INITIAL_VALUE: Initialisers.Outside.quarters: initial value (0.3) must be in its domain, 0 to 1, 5 values; change the value or the domain
        @Uniform(min = 1, max = 5) int depth = (-3);
//                                             ^ INITIAL_VALUE: Initialisers.Outside.depth: initial value ((-3)) must be in its domain, 1 to 5; change the value or the domain
        @Choice({"a", "b"}) String text = "c";
//                                        ^ INITIAL_VALUE: Initialisers.Outside.text: initial value ("c") must be in its domain, one of a, b; change the value or the domain
        @Choice({"1", "2"}) long number = 3L;
//                                        ^ INITIAL_VALUE: Initialisers.Outside.number: initial value (3L) must be in its domain, one of 1, 2; change the value or the domain
        @Choice({"RELU"}) Activation activation = Activation.TANH;
//                                                          ^ INITIAL_VALUE: Initialisers.Outside.activation: initial value (Activation.TANH) must be in its domain, one of RELU; change the value or the domain
        @Choice({"RELU"}) Activation copied = Outside.DEFAULT;
        static final Activation DEFAULT = Activation.valueOf("RELU");
        Nested nested = new Nested();
    }

    @SearchSpace
    static class Partly {
        @LogUniform(min = 1e-4, max = 1) double rate;
//                                              ^ INITIAL_MISSING: Initialisers.Partly.rate: initial value (0, for want of an initialiser) must be in its domain; give the field one, or none to any field of the class, or return the start from an @Initial method
        @Uniform(min = 1, max = 5) int depth = 2;
        Activation activation;
//                 ^ INITIAL_MISSING: Initialisers.Partly.activation: initial value (null, for want of an initialiser) must be in its domain; give the field one, or none to any field of the class, or return the start from an @Initial method
        boolean on;
    }

    @SearchSpace
    static class Characters {
        @Choice({"66"}) int chosen = 'A';
//                                   ^ INITIAL_VALUE: Initialisers.Characters.chosen: initial value ('A') must be in its domain, one of 66; change the value or the domain
        @Uniform(min = 1, max = 9) long ranged = ('1');
//                                               ^ INITIAL_VALUE: Initialisers.Characters.ranged: initial value (('1')) must be in its domain, 1 to 9; change the value or the domain
        @Uniform(min = 0, max = 9) double negative = -'1';
//                                                   ^ INITIAL_VALUE: Initialisers.Characters.negative: initial value (-'1') must be in its domain, 0 to 9; change the value or the domain
        @Choice({"RELU"}) Activation activation = (Initialisers.Activation.TANH);
//                                                ^ INITIAL_VALUE: Initialisers.Characters.activation: initial value ((Initialisers.Activation.TANH)) must be in its domain, one of RELU; change the value or the domain
        @Choice({"RELU"}) Activation whole = bad.Initialisers.Activation.TANH;
//                                                                      ^ INITIAL_VALUE: Initialisers.Characters.whole: initial value (bad.Initialisers.Activation.TANH) must be in its domain, one of RELU; change the value or the domain
    }

    @SearchSpace
    static class PlainGetters {
        @Uniform(min = 1, max = 9) private int depth = 10;
//                                                     ^ INITIAL_VALUE: Initialisers.PlainGetters.depth: initial value (10) must be in its domain, 1 to 9; change the value or the domain
        @Uniform(min = 1, max = 9) int width;
//                                     ^ INITIAL_MISSING: Initialisers.PlainGetters.width: initial value (0, for want of an initialiser) must be in its domain; give the field one, or none to any field of the class, or return the start from an @Initial method
        @Choice({"true"}) boolean on;
//                                ^ INITIAL_MISSING: Initialisers.PlainGetters.on: initial value (false, for want of an initialiser) must be in its domain; give the field one, or none to any field of the class, or return the start from an @Initial method
        int getDepth() {
            return depth;
        }

        void setDepth(int depth) {
            this.depth = depth;
        }

        int getWidth() {
            return this.width;
        }
    }

    /** None of these can reach the instance. */
    @SearchSpace
    static class Harmless {
        static int counter = 0;
        static int next = ++counter;
        static final Supplier<Harmless> MAKER = Harmless::new;

        static {
            counter = MAKER.get().copy;
        }

        final int first = counter;
        @Uniform(min = 1, max = 9) int depth = 10;
//                                             ^ INITIAL_VALUE: Initialisers.Harmless.depth: initial value (10) must be in its domain, 1 to 9; change the value or the domain
        @Uniform(min = 1, max = 9) int width;
//                                     ^ INITIAL_MISSING: Initialisers.Harmless.width: initial value (0, for want of an initialiser) must be in its domain; give the field one, or none to any field of the class, or return the start from an @Initial method
        Nested nested = new Nested();
        Initialisers.Nested qualified = new Initialisers.Nested();
        int copy = this.depth;

        Harmless() {
            super();
        }

        Harmless(int width) {
            this.width = width;
        }

        int twice() {
            return width *= 2;
        }
    }

    static class Bean {
        @Uniform(min = 1, max = 9) private int inherited;

        public int getInherited() {
            return inherited;
        }

        public void setInherited(int inherited) {
            this.inherited = inherited;
        }
    }

    @SearchSpace
    static class WithBean extends Bean {
        @Uniform(min = 1, max = 9) int depth = 10;
//                                             ^ INITIAL_VALUE: Initialisers.WithBean.depth: initial value (10) must be in its domain, 1 to 9; change the value or the domain
    }

    @SearchSpace
    static class Nested {
        boolean on = true;
    }

    static class Above {
        Above() {}
    }

    @SearchSpace
    static class WithSuperclass extends Above {
        @Uniform(min = 1, max = 9) int depth = 10;
//                                             ^ INITIAL_VALUE: Initialisers.WithSuperclass.depth: initial value (10) must be in its domain, 1 to 9; change the value or the domain
        boolean on = true;
    }

    @SearchSpace
    sealed interface Choice2 {
        final class Permitted implements Choice2 {
            @Uniform(min = 1, max = 9) int depth = 10;
//                                                 ^ INITIAL_VALUE: Initialisers.Choice2.Permitted.depth: initial value (10) must be in its domain, 1 to 9; change the value or the domain
        }
    }

    enum Activation {
        RELU,
        TANH
    }
}

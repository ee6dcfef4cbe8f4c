package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import kotlin.Metadata;

class Stubs {
    @SearchSpace
    @Metadata
    static final class Val {
        @Uniform(min = 0, max = 1)
        private final double share = 0.0;
//                           ^ KOTLIN_VAL: Stubs.Val.share: property (val share) must be a var; write var, since its value is set after the constructor
        private boolean on = true;

        public boolean getOn() {
            return on;
        }

        public void setOn(boolean value) {}
    }

    @SearchSpace
    @Metadata
    static final class PrivateSet {
        @Uniform(min = 0, max = 1)
        private double share = 0.0;
//                     ^ KOTLIN_NO_ACCESS: Stubs.PrivateSet.share: property (share) must have a setter for others; remove private or internal, or make it @Transient if it is no parameter

        public double getShare() {
            return share;
        }
    }

    @SearchSpace
    @Metadata
    static final class NoDefault {
//               ^ KOTLIN_NO_CONSTRUCTOR: Stubs.NoDefault: constructor (NoDefault()) must be there without arguments; give each parameter of the primary constructor a default value, or make the object a class
        public boolean on;

        public NoDefault(boolean on) {}
    }

    @SearchSpace
    @Metadata
    static final class Single {
//               ^ KOTLIN_NO_CONSTRUCTOR: Stubs.Single: constructor (Single()) must be there without arguments; give each parameter of the primary constructor a default value, or make the object a class
        public static final Single INSTANCE = new Single();

        @Uniform(min = 0, max = 1)
//      ^ KOTLIN_STATIC: Stubs.Single.share: property (share) must not be one of an object; remove @Uniform, or make the object a class
        private static double share = 0.0;

        private Single() {}
    }

    @SearchSpace
    @Metadata
    final class Inner {
//        ^ KOTLIN_INNER: Stubs.Inner: type (an inner class) must not be inner; remove inner
        public boolean on;
    }

    @SearchSpace
    @Metadata
    interface Sealed {}
//  ^ KOTLIN_NOT_SEALED: Stubs.Sealed: type (an interface) must be sealed for Java, and kapt hides what Kotlin seals; write it in Java, with the records that it permits, or annotate the classes that implement it

    /** Java's words for what inherits from Kotlin, Kotlin's for what it inherits. */
    @Metadata
    static class Base {
        @Uniform(min = 0, max = 1)
        private final double inherited = 0.0;
//                           ^ KOTLIN_VAL: Stubs.Base.inherited: property (val inherited) must be a var; write var, since its value is set after the constructor
    }

    @SearchSpace
    static class Java extends Base {
        @Uniform(min = 0, max = 1)
        final double own = 0.0;
//                   ^ FIELD_FINAL: Stubs.Java.own: field (own) must not be final; remove final, or make the class a record
    }
}

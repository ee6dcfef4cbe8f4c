package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

class Kinds {
    @SearchSpace
    enum Mode {
//  ^ TYPE_KIND: Kinds.Mode: type (an enum) must be a record, a class or a sealed interface; remove @SearchSpace: an enum member chooses among its constants
        FAST
    }

    @SearchSpace
    @interface Marker {}
//   ^ TYPE_KIND: Kinds.Marker: type (an annotation) must be a record, a class or a sealed interface; move @SearchSpace to the type whose members are tuned

    @SearchSpace
    interface Open {}
//  ^ TYPE_NOT_SEALED: Kinds.Open: type (an interface) must be sealed; seal it, or annotate the records and classes that implement it

    @SearchSpace
    abstract static class OpenClass {
//                  ^ TYPE_NOT_SEALED: Kinds.OpenClass: type (an abstract class) must be sealed; seal it, or annotate the records and classes that implement it
        @Uniform(min = 2, max = 1) double x;
    }

    @SearchSpace
    static sealed class Concrete {}
//                ^ TYPE_SEALED_CONCRETE: Kinds.Concrete: type (a sealed class) must be abstract; its permitted types are the choices

    static final class Sub extends Concrete {}

    void method() {
        @SearchSpace
        record Local(boolean on) {}
//      ^ TYPE_LOCAL: Kinds.method.Local: type (a local class) must be a member or top-level type; move it out of the method
    }
}

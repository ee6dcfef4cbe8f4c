package bad;

import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
sealed interface Permitted {
    enum Constants implements Permitted {
//  ^ ALTERNATIVE_KIND: Permitted.Constants: permitted type (an enum) must be a record, a class or sealed; wrap it in a record with a component of that enum
        A
    }

    non-sealed interface Open extends Permitted {}
//             ^ ALTERNATIVE_KIND: Permitted.Open: permitted type (an open interface) must be a record, a class or sealed; seal it, so that its own alternatives are known

    abstract static non-sealed class OpenClass implements Permitted {}
//                             ^ ALTERNATIVE_KIND: Permitted.OpenClass: permitted type (an open abstract class) must be a record, a class or sealed; seal it, so that its own alternatives are known

    record Generic<T>(@Uniform(min = 0, max = 1) double x) implements Permitted {}
//  ^ TYPE_GENERIC: Permitted.Generic: type (Permitted.Generic<T>) must not be generic; write a type of its own for each use

    record Faulty(@Uniform(min = 2, max = 1) double x) implements Permitted {}
//                                        ^ BOUND_ORDER: Permitted.Faulty.x: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range

    final class NoConstructor implements Permitted {
//        ^ TYPE_NO_CONSTRUCTOR: Permitted.NoConstructor: constructor (NoConstructor()) must be there without arguments, not private and without checked exceptions, for trials are made with it; add one, or make the type a record
        boolean on;

        NoConstructor(boolean on) {
            this.on = on;
        }
    }

    record Kind() implements Permitted {}
//  ^ ALTERNATIVE_KIND_NAME: Permitted.Kind: stored name (Kind) must not be kind, which says what is chosen; give another with @Name

    @Name("Kind")
//        ^ NAME_TAKEN: Permitted.Other: @Name (Kind) must be a name of its own, unlike that of Permitted.Kind; give another with @Name
    record Other() implements Permitted {}
//  ^ ALTERNATIVE_KIND_NAME: Permitted.Other: stored name (Kind) must not be kind, which says what is chosen; give another with @Name

    @Name("faulty")
//        ^ NAME_TAKEN: Permitted.Clash: @Name (faulty) must be a name of its own, unlike that of Permitted.Faulty; give another with @Name
    record Clash() implements Permitted {}

    sealed interface Inner extends Permitted {
        record Deep(double noDomain) implements Inner {}
//                         ^ NO_DOMAIN: Permitted.Inner.Deep.noDomain: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice

        record Both() implements Inner, Permitted {}
//      ^ ALTERNATIVE_OVERLAP: Permitted.Inner.Both: permitted type (Both) must not extend the permitted type Inner; make them siblings
    }

    class Nested {
        record Faulty() implements Permitted {}
//      ^ ALTERNATIVE_SAME_NAME: Permitted.Nested.Faulty: permitted type (Faulty) must have a simple name of its own, unlike Permitted.Faulty; rename one

        private record Hidden() implements Permitted {}
//              ^ TYPE_PRIVATE: Permitted.Nested.Hidden: type (private) must be visible in its package; remove private from Hidden
    }

    non-sealed class Above implements Permitted {
        boolean on;
    }

    final class Below extends Above implements Permitted {}
//        ^ ALTERNATIVE_OVERLAP: Permitted.Below: permitted type (Below) must not extend the permitted type Above; make them siblings
}

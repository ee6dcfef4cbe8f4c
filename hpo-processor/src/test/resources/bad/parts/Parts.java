package bad.parts;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** What contains refused types, at several depths: each class that stands for a space says all of it. */
class Parts {
    @SearchSpace
    record TwoDepths(Far far, Near near) {}

    @SearchSpace
    record Far(Middle middle) {}

    @SearchSpace
    record Middle(Good good, Farthest farthest) {}

    @SearchSpace
    record Farthest(boolean on, int x) {}
//                                  ^ NO_DOMAIN: Parts.Farthest.x: type (int) must have a domain; add @Uniform(min = 1, max = 10), @LogUniform or @Choice

    @SearchSpace
    record Near(double x) {}
//                     ^ NO_DOMAIN: Parts.Near.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice

    @SearchSpace
    record Good(@Uniform(min = 0, max = 1) double x, boolean on) {}

    @SearchSpace
    record OfItsOwn(Near near, @Uniform(min = 2, max = 1) double x, bad.parts.other.Parts.Near same) {}
//                                                     ^ BOUND_ORDER: Parts.OfItsOwn.x: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range

    @SearchSpace
    sealed interface Kinds {
        record Zebra(Near near) implements Kinds {}

        @SearchSpace
        record Yak(Far far, String text) implements Kinds {}
//                                 ^ NO_DOMAIN: Parts.Kinds.Yak.text: type (String) must have a domain; add @Choice({"first", "second"})

        sealed interface Birds extends Kinds {
            record Wren(Good good) implements Birds {}

            record Auk(Good good, Middle middle) implements Birds {}
        }

        record Ant(Good good) implements Kinds {}
    }

    abstract static class Above {
        Near near;
    }

    @SearchSpace
    static class Below extends Above {
        Far far;
        Good good;
    }

    @SearchSpace
    record Round(Good good, Trip trip, Near near) {}
//                               ^ TYPE_RECURSIVE: Parts.Round.trip: type (Parts.Trip) must not contain itself (Parts.Round.trip -> Parts.Trip.round -> Parts.Round); a search space is finite, so leave the member out

    @SearchSpace
    record Trip(Round round, Far far) {}
//                    ^ TYPE_RECURSIVE: Parts.Trip.round: type (Parts.Round) must not contain itself (Parts.Trip.round -> Parts.Round.trip -> Parts.Trip); a search space is finite, so leave the member out
}

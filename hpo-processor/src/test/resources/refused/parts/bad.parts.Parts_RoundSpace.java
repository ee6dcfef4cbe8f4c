// Generated from Parts.Round, which was refused; do not edit.
package bad.parts;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Space;

@GeneratedSpace
final class Parts_RoundSpace {
    public static final Space<?> SPACE = Space.refused(
            "bad.parts.Parts.Round",
            "Parts.Round.trip: type (Parts.Trip) must not contain itself (Parts.Round.trip -> Parts.Trip.round -> Parts.Round); a search space is finite, so leave the member out",
            "Parts.Round: part (bad.parts.Parts.Trip) must be free of errors; mend those first",
            "Parts.Trip.round: type (Parts.Round) must not contain itself (Parts.Trip.round -> Parts.Round.trip -> Parts.Trip); a search space is finite, so leave the member out",
            "Parts.Trip: part (bad.parts.Parts.Far) must be free of errors; mend those first",
            "Parts.Far: part (bad.parts.Parts.Middle) must be free of errors; mend those first",
            "Parts.Middle: part (bad.parts.Parts.Farthest) must be free of errors; mend those first",
            "Parts.Farthest.x: type (int) must have a domain; add @Uniform(min = 1, max = 10), @LogUniform or @Choice",
            "Parts.Round: part (bad.parts.Parts.Near) must be free of errors; mend those first",
            "Parts.Near.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice");

    private Parts_RoundSpace() {}
}

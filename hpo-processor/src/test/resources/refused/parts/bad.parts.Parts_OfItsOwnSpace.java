// Generated from Parts.OfItsOwn, which was refused; do not edit.
package bad.parts;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Space;

@GeneratedSpace
final class Parts_OfItsOwnSpace {
    public static final Space<?> SPACE = Space.refused(
            "bad.parts.Parts.OfItsOwn",
            "Parts.OfItsOwn.x: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range",
            "Parts.OfItsOwn: part (bad.parts.Parts.Near) must be free of errors; mend those first",
            "Parts.Near.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice",
            "Parts.OfItsOwn: part (bad.parts.other.Parts.Near) must be free of errors; mend those first",
            "Parts.Near.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice");

    private Parts_OfItsOwnSpace() {}
}

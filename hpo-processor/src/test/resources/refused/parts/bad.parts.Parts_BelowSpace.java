// Generated from Parts.Below, which was refused; do not edit.
package bad.parts;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Space;

@GeneratedSpace
final class Parts_BelowSpace {
    public static final Space<?> SPACE = Space.refused(
            "bad.parts.Parts.Below",
            "Parts.Below: part (bad.parts.Parts.Near) must be free of errors; mend those first",
            "Parts.Near.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice",
            "Parts.Below: part (bad.parts.Parts.Far) must be free of errors; mend those first",
            "Parts.Far: part (bad.parts.Parts.Middle) must be free of errors; mend those first",
            "Parts.Middle: part (bad.parts.Parts.Farthest) must be free of errors; mend those first",
            "Parts.Farthest.x: type (int) must have a domain; add @Uniform(min = 1, max = 10), @LogUniform or @Choice");

    private Parts_BelowSpace() {}
}

// Generated from Parts.Kinds, which was refused; do not edit.
package bad.parts;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Space;

@GeneratedSpace
final class Parts_KindsSpace {
    public static final Space<?> SPACE = Space.refused(
            "bad.parts.Parts.Kinds",
            "Parts.Kinds: part (bad.parts.Parts.Near) must be free of errors; mend those first",
            "Parts.Near.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice",
            "Parts.Kinds: part (bad.parts.Parts.Kinds.Yak) must be free of errors; mend those first",
            "Parts.Kinds.Yak.text: type (String) must have a domain; add @Choice({\"first\", \"second\"})",
            "Parts.Kinds.Yak: part (bad.parts.Parts.Far) must be free of errors; mend those first",
            "Parts.Far: part (bad.parts.Parts.Middle) must be free of errors; mend those first",
            "Parts.Middle: part (bad.parts.Parts.Farthest) must be free of errors; mend those first",
            "Parts.Farthest.x: type (int) must have a domain; add @Uniform(min = 1, max = 10), @LogUniform or @Choice",
            "Parts.Kinds: part (bad.parts.Parts.Middle) must be free of errors; mend those first");

    private Parts_KindsSpace() {}
}

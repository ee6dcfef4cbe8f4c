package bad;

import bad.other.Base;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
class Derived extends Base {
    @Uniform(min = 0, max = 1) double twice = 0.5;
//                                    ^ FIELD_HIDDEN: Derived.twice: field (twice) must not have the name of the inherited Base.twice; rename it
    double plain = 0.3;
//         ^ FIELD_HIDDEN: Derived.plain: field (plain) must not have the name of the inherited Base.plain; rename it
}

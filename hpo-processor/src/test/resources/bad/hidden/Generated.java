package bad.hidden;

import dev.hpo.annotations.SearchSpace;

/** The class that stands for a refused type would have to name dev.hpo.annotations.GeneratedSpace, and has the same simple name: there is none. */
@SearchSpace
record Generated(double x) {}
//@1 TYPE_HIDDEN: Generated: generated class (GeneratedSpace) must have a name for dev.hpo.annotations.GeneratedSpace; rename the type dev in its package, which hides the package of that name
//                      ^ NO_DOMAIN: Generated.x: type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice

package bad.hidden;

import dev.hpo.annotations.SearchSpace;

/** The class to be generated would have to name dev.hpo.space.MemberSpace, and has the same simple name. */
@SearchSpace
record Member(boolean on) {}
//@1 TYPE_HIDDEN: Member: generated class (MemberSpace) must have a name for dev.hpo.space.MemberSpace; rename the type dev in its package, which hides the package of that name

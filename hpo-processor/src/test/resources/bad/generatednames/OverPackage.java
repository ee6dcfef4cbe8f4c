package bad;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
record OverPackage(boolean on) {}
//@1 TYPE_NAME_TAKEN: OverPackage: generated class (OverPackageSpace) must not exist already; rename one of the types, this or package bad.OverPackageSpace

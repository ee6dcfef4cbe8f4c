package bad.hidden.clean;

import dev.hpo.annotations.SearchSpace;

@SearchSpace
public record Generated(boolean on) {}
//     ^ TYPE_HIDDEN: Generated: generated class (GeneratedSpace) must have a name for dev.hpo.annotations.GeneratedSpace; rename the type dev in its package, which hides the package of that name

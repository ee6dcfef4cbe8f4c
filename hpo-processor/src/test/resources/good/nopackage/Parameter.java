import dev.hpo.annotations.SearchSpace;

/** Types of no package have no other name than this. */
@SearchSpace
public record Parameter(boolean Parameter, Scope Scope, Double Double) {
    @SearchSpace
    record Nested(boolean on) {}
}

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
public record Alone(@Uniform(min = 0, max = 1e23) double large, Nested nested) {
    @SearchSpace
    public record Nested(@Uniform(min = 0.1, max = 0.7, step = 0.2) float steps) {}
}

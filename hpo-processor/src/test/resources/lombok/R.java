package demo; import dev.hpo.annotations.*; import lombok.*; import java.util.List;
@With @Builder @SearchSpace public record R(@LogUniform(min=1e-4,max=1) double lr, A a) { }

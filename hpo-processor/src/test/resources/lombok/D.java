package demo; import dev.hpo.annotations.*; import lombok.*; import java.util.List;
@Data @lombok.experimental.Accessors(fluent=true) @SearchSpace public class D { @LogUniform(min=1e-4,max=1) private double lr = 0.1; }

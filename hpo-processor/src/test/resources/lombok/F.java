package demo; import dev.hpo.annotations.*; import lombok.*; import java.util.List;
@Data @lombok.experimental.FieldDefaults(level=AccessLevel.PRIVATE) @SearchSpace public class F { @LogUniform(min=1e-4,max=1) double lr = 0.1; }

package demo; import dev.hpo.annotations.*; import lombok.*; import java.util.List;
@Data @NoArgsConstructor @AllArgsConstructor @Builder @SearchSpace public class C { @Builder.Default @LogUniform(min=1e-4,max=1) private double lr = 0.1; private boolean b; }

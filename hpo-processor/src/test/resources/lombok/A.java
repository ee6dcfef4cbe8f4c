package demo; import dev.hpo.annotations.*; import lombok.*; import java.util.List;
@Data @SearchSpace public class A { @LogUniform(min=1e-4,max=1) private double lr = 0.1; @Size(min=1,max=2) @Uniform(min=1,max=5) private List<Integer> units = List.of(1); private boolean isFast; private boolean plain; }

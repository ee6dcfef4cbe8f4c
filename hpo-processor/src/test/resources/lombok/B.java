package demo; import dev.hpo.annotations.*; import lombok.*; import java.util.List;
@SearchSpace public class B { @Getter @Setter @LogUniform(min=1e-4,max=1) private double lr = 0.1; }

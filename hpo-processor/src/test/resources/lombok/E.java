package demo; import dev.hpo.annotations.*; import lombok.*; import java.util.List;
@Getter @Setter @EqualsAndHashCode(callSuper=true) @SearchSpace public class E extends A { @LogUniform(min=1e-4,max=1) private double lr2; }

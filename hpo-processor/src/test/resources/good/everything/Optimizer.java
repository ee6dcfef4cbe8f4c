package demo;
import dev.hpo.annotations.*;
import dev.hpo.annotations.deeplearning.*;
import java.util.List;
@SearchSpace sealed interface Optimizer { record Sgd(@OneMinusLog double momentum) implements Optimizer {} @Name("adam") record Adam(@FormerlyNamed("b1") @OneMinusLog(min=0.5,max=0.99) double beta1) implements Optimizer {} record Plain() implements Optimizer {}
  sealed interface Adaptive extends Optimizer { record A(@Momentum double x) implements Adaptive {} record B(boolean k) implements Adaptive {} } }

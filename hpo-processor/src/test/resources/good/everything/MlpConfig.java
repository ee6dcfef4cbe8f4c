package demo;
import dev.hpo.annotations.*;
import dev.hpo.annotations.deeplearning.*;
import java.util.List;
@SearchSpace record MlpConfig(@LogUniform(min=1e-4,max=1) double learningRate, @LearningRate float lr2, @Choice({"16","32"}) int batchSize, Activation activation, boolean nesterov,
   Optimizer optimizer, @Size(min=1,max=3) @Uniform(min=16,max=64) List<Integer> units, @Size(min=2,max=4) List<Layer> layers, @BatchSize int bs, @FormerlyNamed("ss") @Uniform(min=0,max=1,step=0.1) double stepped, @LogUniform(min=1,max=100,levels=3) long big) {
   @Initial static MlpConfig start() { return new MlpConfig(0.01, 0.1f, 32, Activation.RELU, false, new Optimizer.Plain(), List.of(16), List.of(new Layer(), new Layer()), 16, 0.3, 10L); } }

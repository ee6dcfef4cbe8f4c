package demo;
import dev.hpo.annotations.*;
import dev.hpo.annotations.deeplearning.*;
import java.util.List;
@SearchSpace class Layer { @Uniform(min=1,max=5) int width = 3; private Activation act = Activation.RELU; public Activation getAct() { return act; } void setAct(Activation a) { act = a; } }

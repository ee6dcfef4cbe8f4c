package demo;
import dev.hpo.annotations.*;
import dev.hpo.annotations.deeplearning.*;
import java.util.List;
enum Activation { RELU, @Name("tanh") TANH }

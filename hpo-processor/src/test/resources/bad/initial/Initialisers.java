package bad;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

class Initialisers {
    @SearchSpace
    static class Outside {
        @LogUniform(min = 1e-4, max = 1) double rate = 2;
//                                                     ^ INITIAL_VALUE: Initialisers.Outside.rate: initial value (2) must be in its domain, 1e-4 to 1, log; change the value or the domain
        @LogUniform(min = 1e-4, max = 1) float single = 1.5f;
//                                                      ^ INITIAL_VALUE: Initialisers.Outside.single: initial value (1.5F) must be in its domain, 1e-4 to 1, log; change the value or the domain
        @Uniform(min = 0, max = 1, step = 0.25) double quarters = 0.3;
//                                                                ^ INITIAL_VALUE: Initialisers.Outside.quarters: initial value (0.3) must be in its domain, 0 to 1, 5 values; change the value or the domain
        @Uniform(min = 1, max = 5) int depth = (-3);
//                                             ^ INITIAL_VALUE: Initialisers.Outside.depth: initial value ((-3)) must be in its domain, 1 to 5; change the value or the domain
        @Choice({"a", "b"}) String text = "c";
//                                        ^ INITIAL_VALUE: Initialisers.Outside.text: initial value ("c") must be in its domain, one of a, b; change the value or the domain
        @Choice({"1", "2"}) long number = 3L;
//                                        ^ INITIAL_VALUE: Initialisers.Outside.number: initial value (3L) must be in its domain, one of 1, 2; change the value or the domain
        @Choice({"RELU"}) Activation activation = Activation.TANH;
//                                                          ^ INITIAL_VALUE: Initialisers.Outside.activation: initial value (Activation.TANH) must be in its domain, one of RELU; change the value or the domain
        @Uniform(min = 1, max = 5) int computed = Integer.parseInt("9");
    }

    @SearchSpace
    static class Partly {
        @LogUniform(min = 1e-4, max = 1) double rate;
//                                              ^ INITIAL_MISSING: Initialisers.Partly.rate: initial value (0, for want of an initialiser) must be in its domain; give the field one, or none to any field of the class, or return the start from an @Initial method
        @Uniform(min = 1, max = 5) int depth = 2;
        Activation activation;
//                 ^ INITIAL_MISSING: Initialisers.Partly.activation: initial value (null, for want of an initialiser) must be in its domain; give the field one, or none to any field of the class, or return the start from an @Initial method
        boolean on;
    }

    enum Activation {
        RELU,
        TANH
    }
}

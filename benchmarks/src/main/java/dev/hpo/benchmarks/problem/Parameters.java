// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;
import java.util.stream.IntStream;

/** Makes parameters by their names. */
final class Parameters {

    private Parameters() {}

    static Parameter<Double> real(String name, Scale scale, double min, double max) {
        return Parameter.ofDouble(Scope.root().child(name), RealDomain.of(scale, min, max));
    }

    static Parameter<Long> whole(String name, long min, long max) {
        return Parameter.ofLong(Scope.root().child(name), IntegerDomain.of(Scale.LINEAR, min, max));
    }

    static Parameter<String> choice(String name, List<String> choices) {
        return Parameter.ofChoice(Scope.root().child(name), new ChoiceDomain(choices, false), choices);
    }

    /** Returns the parameters {@code x0}, {@code x1} and so on, all of one range. */
    static List<Parameter<Double>> box(int dimensions, Scale scale, double min, double max) {
        return IntStream.range(0, dimensions)
                .mapToObj(i -> real("x" + i, scale, min, max))
                .toList();
    }
}

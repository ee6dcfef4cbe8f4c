// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.util.List;
import java.util.function.Consumer;

/** A space of parameters that are known at run time only; its instances are the configurations themselves. */
final class PlainSpace extends Space<Configuration> {

    private final List<Parameter<?>> all;

    PlainSpace(List<? extends Parameter<?>> all) {
        super(Configuration.class, Scope.root());
        this.all = List.copyOf(all);
    }

    @Override
    public Configuration decode(Configuration configuration) {
        return configuration;
    }

    @Override
    public void encode(Configuration instance, Configuration.Builder sink) {
        all.stream().filter(instance::contains).forEach(parameter -> sink.setRaw(parameter, instance.raw(parameter)));
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        all.forEach(consumer);
    }

    /** The parameters have their places already. */
    @Override
    public PlainSpace at(Scope place) {
        return this;
    }
}

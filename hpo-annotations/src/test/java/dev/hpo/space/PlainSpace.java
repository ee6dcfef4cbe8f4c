// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.List;
import java.util.function.Consumer;

/** A space of any parameters, whose instances are configurations. */
final class PlainSpace extends Space<Configuration> {

    private final List<Parameter<?>> all;

    PlainSpace(Parameter<?>... all) {
        super(PlainSpace.class, Scope.root());
        this.all = List.of(all);
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

    @Override
    public PlainSpace at(Scope place) {
        throw new UnsupportedOperationException("this space is always at the root");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import dev.hpo.annotations.Experimental;
import java.util.List;
import java.util.function.Consumer;

/**
 * A space of parameters that are known at run time only, without a type of its own: its instances are the configurations
 * themselves.
 *
 * <pre>{@code
 * Parameter<Double> rate = Parameter.ofDouble(Scope.root().child("rate"), RealDomain.of(Scale.LOG, 1e-4, 1));
 * Space<Configuration> space = new PlainSpace(List.of(rate));
 * }</pre>
 */
@Experimental
public final class PlainSpace extends Space<Configuration> {

    private final String standsFor;
    private final List<Parameter<?>> all;

    /**
     * Creates a space.
     *
     * @param all the parameters, each after those that it depends on, with their places in the space
     */
    public PlainSpace(List<? extends Parameter<?>> all) {
        this(Configuration.class.getName(), all);
    }

    /**
     * Creates a space in place of that of a type which is not at hand.
     *
     * @param standsFor the name of the type, with its package
     * @param all as above
     */
    public PlainSpace(String standsFor, List<? extends Parameter<?>> all) {
        super(Configuration.class, Scope.root());
        this.standsFor = standsFor;
        this.all = List.copyOf(all);
    }

    /** Returns the name of the type, with its package, in whose place this is; {@link Configuration} itself if there is none. */
    public String standsFor() {
        return standsFor;
    }

    @Override
    public String typeName() {
        return standsFor.substring(Math.max(standsFor.lastIndexOf('.'), standsFor.lastIndexOf('$')) + 1);
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

    /** Returns this space: its parameters have their places already. */
    @Override
    public PlainSpace at(Scope place) {
        return this;
    }
}

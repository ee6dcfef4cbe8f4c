// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import dev.hpo.space.NetSpace.Net;
import java.util.List;
import java.util.function.Consumer;

/** A space as the annotation processor would write it: numbers, a conditional kind and a list. */
final class NetSpace extends Space<Net> {

    record Net(double rate, int units, String optimizer, double beta1, List<Integer> layers) {
        Net {
            if (units == 13) {
                throw new IllegalArgumentException("units (13) must not be 13; nobody dares");
            }
        }
    }

    final Parameter<Double> rate;
    final Parameter<Integer> units;
    final Parameter<String> optimizer;
    final Parameter<Double> beta1;
    final ListParameter<Integer> layers;

    NetSpace() {
        this(Scope.root());
    }

    private NetSpace(Scope scope) {
        super(Net.class, scope);
        rate = Parameter.ofDouble(scope.child("rate", "learningRate", "lr"), RealDomain.of(Scale.LOG, 1e-4, 1));
        units = Parameter.ofInt(scope.child("units"), IntegerDomain.of(Scale.LINEAR, 10, 100));
        optimizer =
                Parameter.ofChoice(scope.child("optimizer"), ChoiceDomain.of("sgd", "adam"), List.of("sgd", "adam"));
        Scope adam = scope.child("optimizer").child("adam").when(new Condition.Equal(optimizer, "adam"));
        beta1 = Parameter.ofDouble(adam.child("beta1"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.8, 0.99));
        layers = new ListParameter<>(
                scope.child("layers"), 1, 3, place -> Parameter.ofInt(place, IntegerDomain.of(Scale.LINEAR, 1, 9)));
    }

    @Override
    public Net decode(Configuration point) {
        double beta = point.contains(beta1) ? point.get(beta1) : 0;
        return new Net(point.get(rate), point.get(units), point.get(optimizer), beta, layers.decode(point));
    }

    @Override
    public void encode(Net net, Configuration.Builder sink) {
        sink.set(rate, net.rate()).set(units, net.units()).set(optimizer, net.optimizer());
        if (net.optimizer().equals("adam")) {
            sink.set(beta1, net.beta1());
        }
        layers.encode(net.layers(), sink);
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(rate);
        consumer.accept(units);
        consumer.accept(optimizer);
        consumer.accept(beta1);
        layers.forEachParameter(consumer);
    }

    @Override
    public NetSpace at(Scope place) {
        return new NetSpace(place);
    }

    @Override
    public Start<Net> start() {
        return Start.of(new Net(0.01, 64, "adam", 0.9, List.of(3, 4)));
    }
}

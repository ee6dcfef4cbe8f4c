// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import dev.hpo.space.TrainSpace.Train;
import java.util.Optional;
import java.util.function.Consumer;

/** A space as the annotation processor would write it, of structure and of what may change while a model trains. */
final class TrainSpace extends Space<Train> {

    record Train(double rate, int units, String optimizer, Optional<Double> beta, float dropout, String mode) {
        Train {
            if (rate == 0.13) {
                throw new IllegalArgumentException("rate (0.13) must not be 0.13; nobody dares");
            }
        }
    }

    static final String STRANGE = " gr\u00fcn=\u2028\n#";

    final Parameter<Double> rate;
    final Parameter<Integer> units;
    final Parameter<String> optimizer;
    final Parameter<Double> beta;
    final Parameter<Float> dropout;
    final Parameter<String> mode;

    TrainSpace() {
        this(Scope.root());
    }

    private TrainSpace(Scope scope) {
        super(Train.class, scope);
        rate = MemberSpace.doubles(MemberSpace.log(1e-4, 1.0)).adjustable().at(scope.child("rate", "lr"));
        units = MemberSpace.ints(MemberSpace.linear(10, 100)).at(scope.child("units"));
        optimizer = MemberSpace.strings(MemberSpace.choices("sgd", "adam")).at(scope.child("optimizer"));
        Scope adam = scope.child("optimizer").child("adam").when(new Condition.Equal(optimizer, "adam"));
        beta = MemberSpace.doubles(MemberSpace.oneMinusLog(0.8, 0.99))
                .adjustable()
                .at(adam.child("beta"));
        dropout = MemberSpace.floats(MemberSpace.linear(0.0, 0.7)).adjustable().at(scope.child("dropout"));
        mode = MemberSpace.strings(MemberSpace.choices("fast", STRANGE))
                .adjustable()
                .at(scope.child("m\u00f6de"));
    }

    @Override
    public Train decode(Configuration point) {
        return new Train(
                point.get(rate),
                point.get(units),
                point.get(optimizer),
                point.contains(beta) ? Optional.of(point.get(beta)) : Optional.empty(),
                point.get(dropout),
                point.get(mode));
    }

    @Override
    public void encode(Train train, Configuration.Builder sink) {
        sink.set(rate, train.rate()).set(units, train.units()).set(optimizer, train.optimizer());
        train.beta().ifPresent(value -> sink.set(beta, value));
        sink.set(dropout, train.dropout()).set(mode, train.mode());
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(rate);
        consumer.accept(units);
        consumer.accept(optimizer);
        consumer.accept(beta);
        consumer.accept(dropout);
        consumer.accept(mode);
    }

    @Override
    public TrainSpace at(Scope place) {
        return new TrainSpace(place);
    }
}

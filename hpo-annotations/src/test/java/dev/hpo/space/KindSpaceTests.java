// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KindSpaceTests {

    private sealed interface Optimizer {}

    private record Sgd(double momentum) implements Optimizer {}

    private record Adam(double beta1) implements Optimizer {}

    private record Unknown() implements Optimizer {}

    private static final class SgdSpace extends MemberSpace<Sgd> {
        final Parameter<Double> momentum;

        SgdSpace(Scope scope) {
            super(Sgd.class, scope);
            this.momentum = doubles(linear(0.0, 1.0)).at(scope.child("momentum"));
        }

        @Override
        public Sgd decode(Configuration configuration) {
            return new Sgd(this.momentum.decode(configuration));
        }

        @Override
        public void encode(Sgd instance, Configuration.Builder sink) {
            sink.set(this.momentum, instance.momentum());
        }

        @Override
        protected Member[] members() {
            return new Member[] {this.momentum};
        }

        @Override
        public SgdSpace at(Scope place) {
            return new SgdSpace(place);
        }
    }

    private static final class AdamSpace extends MemberSpace<Adam> {
        final Parameter<Double> beta1;

        AdamSpace(Scope scope) {
            super(Adam.class, scope);
            this.beta1 = doubles(oneMinusLog(0.9, 0.999)).at(scope.child("beta1"));
        }

        @Override
        public Adam decode(Configuration configuration) {
            return new Adam(this.beta1.decode(configuration));
        }

        @Override
        public void encode(Adam instance, Configuration.Builder sink) {
            sink.set(this.beta1, instance.beta1());
        }

        @Override
        protected Member[] members() {
            return new Member[] {this.beta1};
        }

        @Override
        public AdamSpace at(Scope place) {
            return new AdamSpace(place);
        }
    }

    /** A space as the annotation processor writes it. */
    private static final class OptimizerSpace extends KindSpace<Optimizer> {
        final SgdSpace sgd;
        final AdamSpace adam;

        OptimizerSpace(Scope scope) {
            super(Optimizer.class, scope, choices("Sgd", "Adam"));
            this.sgd = new SgdSpace(scopeOf("Sgd", "sgd"));
            this.adam = new AdamSpace(scopeOf("Adam", "adam", "adaptive"));
        }

        @Override
        protected Space<?>[] alternatives() {
            return new Space<?>[] {this.sgd, this.adam};
        }

        @Override
        public OptimizerSpace at(Scope place) {
            return new OptimizerSpace(place);
        }
    }

    private final OptimizerSpace optimizers = new OptimizerSpace(Scope.root().child("optimizer"));

    @Test
    void theKindComesFirstAndDecidesWhatExists() {
        assertThat(optimizers.parameters())
                .containsExactly(optimizers.kind, optimizers.sgd.momentum, optimizers.adam.beta1);
        assertThat(optimizers.parameters())
                .extracting(Parameter::name)
                .containsExactly("optimizer.kind", "optimizer.sgd.momentum", "optimizer.adam.beta1");
        assertThat(optimizers.sgd.momentum.conditions()).containsExactly(new Condition.Equal(optimizers.kind, "Sgd"));
        assertThat(optimizers.parameter("optimizer.adaptive.beta1")).contains(optimizers.adam.beta1);
    }

    @Test
    void instancesOfEachKindSurviveTheWayThroughAConfiguration() {
        for (Optimizer optimizer : List.of(new Sgd(0.25), new Adam(0.95))) {
            Configuration configuration = optimizers.configuration(optimizer);
            optimizers.check(configuration);
            assertThat(optimizers.decode(configuration)).isEqualTo(optimizer);
        }
        assertThat(optimizers.configuration(new Adam(0.95)).contains(optimizers.sgd.momentum))
                .isFalse();
    }

    @Test
    void anotherPlaceHasAKindOfItsOwn() {
        OptimizerSpace other = optimizers.at(Scope.root());

        assertThat(other.kind.name()).isEqualTo("kind");
        assertThat(other.adam.beta1.conditions()).containsExactly(new Condition.Equal(other.kind, "Adam"));
    }

    @Test
    void anInstanceOfNoKindIsRefused() {
        assertThatThrownBy(() -> optimizers.configuration(new Unknown()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("optimizer.kind (Unknown[]) must be one of Sgd, Adam");
    }

    @Test
    void aConfigurationWithoutAKindIsRefused() {
        Configuration empty = Configuration.builder().build();

        assertThatThrownBy(() -> optimizers.decode(empty)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> optimizers.check(empty)).hasMessageContaining("optimizer.kind must have a value");
    }
}
